#include "core/fewshot/complexity.h"

#include <string>

namespace protolabel::fewshot {

namespace {

/// Of a padded convolution or pooling.
std::int64_t strided(std::int64_t size, std::int64_t stride) {
    return (size + stride - 1) / stride;
}

/// Follows a slice through the modules in their order and adds up what each does.
class Walk {
public:
    explicit Walk(std::int64_t size) : size_(size) {}

    void visit(const std::string& name, torch::nn::Module& module) {
        if (name == "layer4") beforeLayer4_ = size_;
        if (name.starts_with("layer") && name.find('.') == name.rfind('.') && name.find('.') != std::string::npos)
            blockInput_ = size_;
        if (const auto* linear = module.as<torch::nn::Linear>())
            total_ += linear->options.in_features() * linear->options.out_features();
        if (const auto* conv = module.as<torch::nn::Conv2d>()) convolve(name, *conv);
        if (name == "conv1") size_ = strided(size_, 2);  // the pooling behind it
    }
    std::int64_t total() const { return total_; }

private:
    void convolve(const std::string& name, const torch::nn::Conv2dImpl& conv) {
        const bool shortcut = name.find(".downsample.") != std::string::npos;
        const auto input = name == "reduce1" ? beforeLayer4_ : shortcut ? blockInput_ : size_;
        const auto output = strided(input, conv.options.stride()->at(0));
        total_ += conv.weight.numel() * output * output;
        if (name == "conv1" || (name.starts_with("layer") && !shortcut)) size_ = output;
    }

    std::int64_t size_;
    std::int64_t blockInput_ = 0, beforeLayer4_ = 0;
    std::int64_t total_ = 0;
};

}  // namespace

std::int64_t parameterCount(const Network& network) {
    std::int64_t count = 0;
    for (const auto& parameter : network->parameters())
        if (parameter.dim() > 0) count += parameter.numel();
    return count;
}

std::int64_t multiplyAdds(const Network& network, std::int64_t slices, std::int64_t size) {
    Walk walk(size);
    for (auto& item : network->named_modules("", false)) walk.visit(item.key(), *item.value());
    return slices * walk.total();
}

}  // namespace protolabel::fewshot
