#pragma once

#include <cstdint>

#include <ATen/core/ivalue.h>
#include <torch/torch.h>

namespace protolabel::fewshot {

enum class Activation { None, Relu };

/// A convolution with fixed weights, for prediction only. On a CPU with oneDNN its weights are kept in the order in which the machine
/// wants them and the activation is part of the convolution: no pass of its own over the output. Gives the same numbers as
/// conv2d and relu_ one after the other. Used on one thread.
class FusedConvolution {
public:
    FusedConvolution() = default;
    /// `weight` (outputs, inputs, k, k) and `bias` (outputs) of one type and device.
    FusedConvolution(torch::Tensor weight, torch::Tensor bias, std::int64_t stride, std::int64_t padding,
                     std::int64_t dilation, Activation activation);

    bool defined() const { return weight_.defined(); }
    /// `x` (B, inputs, H, W) of the weights' type and device, channels-last; so is the result.
    torch::Tensor operator()(const torch::Tensor& x);

private:
    torch::Tensor fused(const torch::Tensor& x);

    torch::Tensor weight_, bias_;
    std::int64_t stride_ = 1, padding_ = 0, dilation_ = 1;
    Activation activation_ = Activation::None;
    bool fuses_ = true;   ///< until oneDNN has refused
    c10::IValue packed_;  ///< what oneDNN made of the weights at the first call
};

/// x = relu(x + y) in one pass; both of one shape, type and memory layout.
void addRelu(torch::Tensor& x, const torch::Tensor& y);

}  // namespace protolabel::fewshot
