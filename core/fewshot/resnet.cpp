#include "core/fewshot/resnet.h"

#include <map>
#include <string>
#include <utility>

#include "core/base/error.h"

namespace protolabel::fewshot {

namespace F = torch::nn::functional;

ConvNorm::ConvNorm(int inputs, int outputs, int kernel, int stride, int dilation)
    : conv(torch::nn::Conv2dOptions(inputs, outputs, kernel)
               .stride(stride)
               .padding(kernel / 2 * dilation)
               .dilation(dilation)
               .bias(false)),
      norm(outputs),
      padding_(kernel / 2 * dilation) {}

torch::Tensor ConvNorm::operator()(const torch::Tensor& x, Activation activation) {
    if (frozen_.defined()) return frozen_(x);
    const auto& o = conv->options;
    auto y = norm(torch::conv2d(x, conv->weight.to(x.scalar_type()), {}, o.stride(), padding_, o.dilation()));
    return activation == Activation::Relu ? y.relu_() : y;
}

void ConvNorm::freeze(torch::ScalarType type, Activation activation) {
    torch::NoGradGuard noGradient;
    const auto scale = norm->weight / torch::sqrt(norm->running_var + norm->options.eps());
    const auto weight =
        (conv->weight * scale.view({-1, 1, 1, 1})).to(type).contiguous(torch::MemoryFormat::ChannelsLast);
    const auto bias = (norm->bias - norm->running_mean * scale).to(type);
    frozen_ = {weight, bias, conv->options.stride()->at(0), padding_, conv->options.dilation()->at(0), activation};
}

ResidualBlockImpl::ResidualBlockImpl(const Shape& s) {
    if (s.bottleneck) {
        steps_.emplace_back(s.inputs, s.width, 1, 1, 1);
        steps_.emplace_back(s.width, s.width, 3, s.stride, s.dilation);
        steps_.emplace_back(s.width, s.outputs(), 1, 1, 1);
    } else {
        steps_.emplace_back(s.inputs, s.width, 3, s.stride, s.dilation);
        steps_.emplace_back(s.width, s.width, 3, 1, s.stageDilation);
    }
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        register_module("conv" + std::to_string(i + 1), steps_[i].conv);
        register_module("bn" + std::to_string(i + 1), steps_[i].norm);
    }
    if (s.stride != 1 || s.inputs != s.outputs()) {
        shortcut_.emplace(s.inputs, s.outputs(), 1, s.stride, 1);
        register_module("downsample", torch::nn::Sequential(shortcut_->conv, shortcut_->norm));
    }
}

torch::Tensor ResidualBlockImpl::forward(torch::Tensor x) {
    auto y = x;
    for (std::size_t i = 0; i < steps_.size(); ++i) y = steps_[i](y, activationOf(i));
    const auto straight = shortcut_ ? (*shortcut_)(x, Activation::None) : x;
    if (y.requires_grad()) return y.add_(straight).relu_();
    addRelu(y, straight);
    return y;
}

void ResidualBlockImpl::freeze(torch::ScalarType type) {
    for (std::size_t i = 0; i < steps_.size(); ++i) steps_[i].freeze(type, activationOf(i));
    if (shortcut_) shortcut_->freeze(type, Activation::None);
}

Activation ResidualBlockImpl::activationOf(std::size_t step) const {
    return step + 1 < steps_.size() ? Activation::Relu : Activation::None;
}

ResNetShape resNetShape(const std::string& name) {
    static const std::map<std::string, ResNetShape> known = {{"resnet18", {{2, 2, 2, 2}, false}},
                                                             {"resnet34", {{3, 4, 6, 3}, false}},
                                                             {"resnet50", {{3, 4, 6, 3}, true}},
                                                             {"resnet101", {{3, 4, 23, 3}, true}}};
    const auto found = known.find(name);
    if (found == known.end())
        throw Error("model.encoder", "there is no encoder \"{0}\"; choose resnet18, resnet34, resnet50 or resnet101",
                    {name});
    return found->second;
}

std::vector<torch::nn::Sequential> resNetStages(const ResNetShape& shape, const std::vector<bool>& dilate) {
    std::vector<torch::nn::Sequential> stages;
    ResidualBlockImpl::Shape block{64, 64, 1, 1, 1, shape.bottleneck};
    for (std::size_t stage = 0; stage < shape.blocks.size(); ++stage) {
        block.width = 64 << stage;
        block.stride = stage == 0 ? 1 : 2;
        if (stage > 0 && dilate.at(stage - 1)) block.stageDilation *= std::exchange(block.stride, 1);
        torch::nn::Sequential layer;
        for (int i = 0; i < shape.blocks[stage]; ++i) {
            layer->push_back(ResidualBlock(block));
            block.inputs = block.outputs();
            block.stride = 1;
            block.dilation = block.stageDilation;
        }
        stages.push_back(layer);
    }
    return stages;
}

}  // namespace protolabel::fewshot
