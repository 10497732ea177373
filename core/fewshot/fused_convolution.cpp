#include "core/fewshot/fused_convolution.h"

#include <bit>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include "core/fewshot/vectorised.h"

namespace protolabel::fewshot {

namespace {

/// LibTorch has these operators in every version from 1.13 on, but only where it was built with oneDNN, and no header for them.
struct Operators {
    using Found = decltype(c10::Dispatcher::singleton().findSchema({"", ""}));  // some optional of the version's choice
    Found pack, run;
    bool present() const { return pack && run; }
};

const Operators& operators() {
    static const Operators found = [] {
        auto& dispatcher = c10::Dispatcher::singleton();
        if (!at::hasMKLDNN()) return Operators{};
        return Operators{dispatcher.findSchema({"mkldnn_prepacked::conv2d_prepack", ""}),
                         dispatcher.findSchema({"mkldnn_prepacked::conv2d_run", ""})};
    }();
    return found;
}

std::vector<std::int64_t> pair(std::int64_t value) {
    return {value, value};
}

float widened(std::uint16_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

/// Rounded to the nearest bfloat16, ties to even, as LibTorch does.
std::uint16_t narrowed(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

PROTOLABEL_VECTORISED
void addReluRange(std::uint16_t* x, const std::uint16_t* y, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        const float sum = widened(x[i]) + widened(y[i]);
        x[i] = narrowed(sum < 0 ? 0.F : sum);  // a sum that is no number stays one
    }
}

}  // namespace

FusedConvolution::FusedConvolution(torch::Tensor weight, torch::Tensor bias, std::int64_t stride, std::int64_t padding,
                                   std::int64_t dilation, Activation activation)
    : weight_(std::move(weight)),
      bias_(std::move(bias)),
      stride_(stride),
      padding_(padding),
      dilation_(dilation),
      activation_(activation) {}

torch::Tensor FusedConvolution::operator()(const torch::Tensor& x) {
    if (x.device().is_cpu() && fuses_ && operators().present()) {
        try {
            return fused(x);
        } catch (const std::exception&) {
            fuses_ = false;  // oneDNN does not have this here, such as bfloat16 without AVX-512
        }
    }
    auto y = torch::conv2d(x, weight_, bias_, stride_, padding_, dilation_);
    if (activation_ == Activation::Relu) y.relu_();
    return y;
}

torch::Tensor FusedConvolution::fused(const torch::Tensor& x) {
    if (packed_.isNone()) {
        torch::jit::Stack stack{weight_,         bias_,
                                pair(stride_),   pair(padding_),
                                pair(dilation_), std::int64_t{1},
                                x.sizes().vec(), std::string(activation_ == Activation::Relu ? "relu" : "none")};
        operators().pack->callBoxed(&stack);
        packed_ = std::move(stack.front());
    }
    torch::jit::Stack stack{x, packed_};
    operators().run->callBoxed(&stack);
    return std::move(stack.front()).toTensor();
}

void addRelu(torch::Tensor& x, const torch::Tensor& y) {
    const bool plain = x.device().is_cpu() && x.scalar_type() == torch::kBFloat16 &&
                       y.scalar_type() == x.scalar_type() && x.is_non_overlapping_and_dense() &&
                       x.sizes() == y.sizes() && x.strides() == y.strides();
    if (!plain) {
        x.add_(y).relu_();
        return;
    }
    auto* to = static_cast<std::uint16_t*>(x.data_ptr());
    const auto* from = static_cast<const std::uint16_t*>(y.data_ptr());
    at::parallel_for(0, x.numel(), 1 << 15, [&](std::int64_t first, std::int64_t last) {
        addReluRange(to + first, from + first, last - first);
    });
}

}  // namespace protolabel::fewshot
