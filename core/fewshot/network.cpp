#include "core/fewshot/network.h"

#include <ATen/CPUGeneratorImpl.h>

#include "core/base/error.h"
#include "core/fewshot/resnet.h"

namespace protolabel::fewshot {

namespace {

constexpr int kChannels = 256;

/// torchvision's initial values (normal by fan-out for the ResNet, PyTorch's default for the added 1x1 convolution), but from a
/// generator of our own, so that a seed fixes them whatever else draws numbers.
void initialise(torch::nn::Module& network, std::uint64_t seed) {
    torch::NoGradGuard noGradient;
    auto generator = at::detail::createCPUGenerator(seed);
    for (auto& item : network.named_modules("", false)) {
        auto* conv = item.value()->as<torch::nn::Conv2d>();
        if (conv == nullptr) continue;
        auto& w = conv->weight;
        const double area = static_cast<double>(w.size(2) * w.size(3));
        if (item.key() == "localconv") {
            const double bound = 1.0 / std::sqrt(static_cast<double>(w.size(1)) * area);
            w.uniform_(-bound, bound, generator);
        } else {
            w.normal_(0.0, std::sqrt(2.0 / (static_cast<double>(w.size(0)) * area)), generator);
        }
    }
}

}  // namespace

struct NetworkImpl::Blocks {
    ConvNorm stem{3, 64, 7, 2, 1};
    std::vector<torch::nn::Sequential> stages;
    torch::nn::Conv2d reduce{nullptr};
    torch::ScalarType type = torch::kFloat;
    bool frozen = false;
};

NetworkImpl::NetworkImpl(const std::string& encoder, int stride, std::uint64_t seed)
    : encoder_(encoder), stride_(stride), blocks_(std::make_shared<Blocks>()) {
    const auto shape = resNetShape(encoder);
    if (stride != 8 && stride != 4)
        throw Error("model.stride", "features at 1/{0} of the image are not offered; choose stride 8 or 4",
                    {std::to_string(stride)});
    register_module("conv1", blocks_->stem.conv);
    register_module("bn1", blocks_->stem.norm);
    blocks_->stages = resNetStages(shape, {stride == 4, true, true});
    for (std::size_t i = 0; i < blocks_->stages.size(); ++i)
        register_module("layer" + std::to_string(i + 1), blocks_->stages[i]);
    blocks_->reduce = register_module(
        "localconv", torch::nn::Conv2d(torch::nn::Conv2dOptions(shape.outputs(), kChannels, 1).bias(false)));
    threshold = register_parameter("threshold", torch::tensor(-10.0F));
    initialise(*this, seed);
}

torch::Tensor NetworkImpl::encode(const torch::Tensor& images) {
    auto& b = *blocks_;
    auto x = images.to(b.type);
    if (b.frozen) x = x.contiguous(torch::MemoryFormat::ChannelsLast);
    x = torch::max_pool2d(b.stem(x).relu_(), 3, 2, 1);
    for (auto& stage : b.stages) x = stage->forward(x);
    return torch::conv2d(x, b.reduce->weight.to(b.type)).to(torch::kFloat);
}

void NetworkImpl::computeIn(torch::ScalarType type) {
    blocks_->type = type;
}

void NetworkImpl::freeze() {
    eval();
    blocks_->stem.freeze(blocks_->type);
    for (auto& stage : blocks_->stages)
        for (auto& block : *stage) block.get<ResidualBlock>()->freeze(blocks_->type);
    blocks_->frozen = true;
}

}  // namespace protolabel::fewshot
