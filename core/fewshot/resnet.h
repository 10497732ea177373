#pragma once

#include <optional>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/fewshot/fused_convolution.h"

namespace protolabel::fewshot {

/// A convolution without bias and the batch norm after it: the building brick of every ResNet.
class ConvNorm {
public:
    ConvNorm(int inputs, int outputs, int kernel, int stride, int dilation);
    /// Convolves in the type of `x`; the normalisation keeps its parameters in float.
    torch::Tensor operator()(const torch::Tensor& x, Activation activation);

    /// Folds the running statistics into one convolution with bias, of this type and channels-last: what later calls compute, always
    /// with this activation. The parameters keep their values.
    void freeze(torch::ScalarType type, Activation activation);

    torch::nn::Conv2d conv;
    torch::nn::BatchNorm2d norm;

private:
    std::int64_t padding_;
    FusedConvolution frozen_;
};

/// What torchvision calls BasicBlock (two 3x3 convolutions) and Bottleneck (1x1, 3x3, 1x1 to four times the width).
/// torchvision's basic block knows no dilation; here its first convolution is dilated as a bottleneck's 3x3 is, its second as the
/// stage.
class ResidualBlockImpl : public torch::nn::Module {
public:
    struct Shape {
        int inputs, width, stride;
        int dilation;       ///< of the 3x3 convolution that carries the stride
        int stageDilation;  ///< of a basic block's second convolution
        bool bottleneck;
        int outputs() const { return bottleneck ? 4 * width : width; }
    };
    explicit ResidualBlockImpl(const Shape& shape);
    torch::Tensor forward(torch::Tensor x);
    void freeze(torch::ScalarType type);

private:
    Activation activationOf(std::size_t step) const;  ///< the last one comes after the addition
    std::vector<ConvNorm> steps_;
    std::optional<ConvNorm> shortcut_;
};
TORCH_MODULE(ResidualBlock);

/// Depths of the four stages. Throws Error "model.encoder" naming the known encoders.
struct ResNetShape {
    std::vector<int> blocks;
    bool bottleneck;
    int outputs() const { return bottleneck ? 2048 : 512; }
};
ResNetShape resNetShape(const std::string& name);

/// The stages layer1..layer4. `dilate[i]` replaces the stride of layer2+i by dilation, as torchvision's
/// replace_stride_with_dilation: the first block of a dilated stage keeps the dilation before it.
std::vector<torch::nn::Sequential> resNetStages(const ResNetShape& shape, const std::vector<bool>& dilate);

}  // namespace protolabel::fewshot
