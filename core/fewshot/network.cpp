#include "core/fewshot/network.h"

#include <ATen/CPUGeneratorImpl.h>

#include "core/base/error.h"
#include "core/fewshot/resnet.h"

namespace protolabel::fewshot {

namespace {

constexpr int kSingleChannels = 256, kDualChannels = 512, kThresholdInputs = 1000;

/// torchvision's initial values (normal by fan-out for the ResNet, PyTorch's default for the heads), but from a generator of our
/// own, so that a seed fixes them whatever else draws numbers.
void initialise(torch::nn::Module& network, std::uint64_t seed) {
    torch::NoGradGuard noGradient;
    auto generator = at::detail::createCPUGenerator(seed);
    const auto uniform = [&](torch::Tensor& values, std::int64_t inputs) {
        const double bound = 1.0 / std::sqrt(static_cast<double>(inputs));
        values.uniform_(-bound, bound, generator);
    };
    for (auto& item : network.named_modules("", false)) {
        if (auto* linear = item.value()->as<torch::nn::Linear>()) {
            uniform(linear->weight, linear->options.in_features());
            uniform(linear->bias, linear->options.in_features());
        }
        auto* conv = item.value()->as<torch::nn::Conv2d>();
        if (conv == nullptr) continue;
        auto& w = conv->weight;
        if (item.key() == "localconv" || item.key() == "reduce1" || item.key() == "reduce2")
            uniform(w, w.size(1));
        else
            w.normal_(0.0, std::sqrt(2.0 / static_cast<double>(w.size(0) * w.size(2) * w.size(3))), generator);
    }
}

torch::nn::Conv2d reduction(int inputs, int outputs) {
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(inputs, outputs, 1).bias(false));
}

}  // namespace

struct NetworkImpl::Blocks {
    ConvNorm stem{3, 64, 7, 2, 1};
    std::vector<torch::nn::Sequential> stages;
    torch::nn::Conv2d localconv{nullptr}, reduce1{nullptr}, reduce2{nullptr};
    torch::nn::Linear fc{nullptr}, reduce1d{nullptr};
    torch::ScalarType type = torch::kFloat;
    bool frozen = false;
};

NetworkImpl::NetworkImpl(const std::string& encoder, int stride, std::uint64_t seed, Layout layout)
    : encoder_(encoder), stride_(stride), layout_(layout), blocks_(std::make_shared<Blocks>()) {
    const auto shape = resNetShape(encoder);
    const bool dual = layout == Layout::DualScale;
    if (dual && stride != 8)
        throw Error("model.stride", "two scales of features are at 1/4 and 1/8 of the image; leave the stride at 8",
                    {});
    if (stride != 8 && stride != 4)
        throw Error("model.stride", "features at 1/{0} of the image are not offered; choose stride 8 or 4",
                    {std::to_string(stride)});
    register_module("conv1", blocks_->stem.conv);
    register_module("bn1", blocks_->stem.norm);
    blocks_->stages = resNetStages(shape, {dual || stride == 4, true, !dual});
    for (std::size_t i = 0; i < blocks_->stages.size(); ++i)
        register_module("layer" + std::to_string(i + 1), blocks_->stages[i]);
    if (dual) {
        blocks_->reduce1 = register_module("reduce1", reduction(shape.outputs() / 2, kDualChannels));
        blocks_->reduce2 = register_module("reduce2", reduction(shape.outputs(), kDualChannels));
        blocks_->fc = register_module("fc", torch::nn::Linear(shape.outputs(), kThresholdInputs));
        blocks_->reduce1d = register_module("reduce1d", torch::nn::Linear(kThresholdInputs, 1));
    } else {
        blocks_->localconv = register_module("localconv", reduction(shape.outputs(), kSingleChannels));
        threshold = register_parameter("threshold", torch::tensor(-10.0F));
    }
    initialise(*this, seed);
}

torch::Tensor NetworkImpl::reduced(const torch::nn::Conv2d& head, const torch::Tensor& x) const {
    return torch::conv2d(x, head->weight.to(blocks_->type)).to(torch::kFloat);
}

Features NetworkImpl::encode(const torch::Tensor& images) {
    auto& b = *blocks_;
    auto x = images.to(b.type);
    if (b.frozen) x = x.contiguous(torch::MemoryFormat::ChannelsLast);
    x = torch::max_pool2d(b.stem(x, Activation::Relu), 3, 2, 1);
    for (std::size_t i = 0; i < 3; ++i) x = b.stages[i]->forward(x);
    const auto deepest = b.stages[3]->forward(x);
    if (layout_ == Layout::SingleScale) return {{reduced(b.localconv, deepest)}, {}};
    const auto pooled = torch::adaptive_avg_pool2d(deepest.to(torch::kFloat), {1, 1}).flatten(1);
    return {{reduced(b.reduce1, x), reduced(b.reduce2, deepest)}, b.reduce1d(b.fc(pooled)).squeeze(1)};
}

void NetworkImpl::computeIn(torch::ScalarType type) {
    blocks_->type = type;
}

torch::ScalarType NetworkImpl::computesIn() const {
    return blocks_->type;
}

void NetworkImpl::freeze() {
    eval();
    blocks_->stem.freeze(blocks_->type, Activation::Relu);
    for (auto& stage : blocks_->stages)
        for (auto& block : *stage) block.get<ResidualBlock>()->freeze(blocks_->type);
    blocks_->frozen = true;
}

}  // namespace protolabel::fewshot
