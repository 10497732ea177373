#include "core/fewshot/adam_w.h"

#include <algorithm>
#include <cmath>

namespace protolabel::fewshot {

namespace {

constexpr double kBetaMean = 0.9, kBetaSquare = 0.999, kEpsilon = 1e-8;
constexpr double kWeightDecay = 0.02, kLongestGradient = 1.0;

}  // namespace

AdamW::AdamW(const torch::nn::Module& network) {
    for (const auto& item : network.named_parameters()) {
        parameters_[item.key()] = item.value();
        mean_[item.key()] = torch::zeros_like(item.value().detach());
        square_[item.key()] = torch::zeros_like(item.value().detach());
    }
}

void AdamW::step(double learningRate, std::int64_t step) {
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> lengths;
    for (const auto& [name, parameter] : parameters_)
        if (parameter.grad().defined()) lengths.push_back(parameter.grad().norm());
    const double length = torch::stack(lengths).norm().item<double>();
    const double shortening = std::min(1.0, kLongestGradient / (length + 1e-6));
    const double meanCorrection = 1 - std::pow(kBetaMean, static_cast<double>(step));
    const double squareCorrection = std::sqrt(1 - std::pow(kBetaSquare, static_cast<double>(step)));
    for (auto& [name, parameter] : parameters_) {
        auto& gradient = parameter.mutable_grad();
        if (!gradient.defined()) continue;
        gradient.mul_(shortening);
        if (parameter.dim() > 1) parameter.mul_(1 - learningRate * kWeightDecay);
        auto &mean = mean_[name], &square = square_[name];
        mean.lerp_(gradient, 1 - kBetaMean);
        square.mul_(kBetaSquare).addcmul_(gradient, gradient, 1 - kBetaSquare);
        const auto denominator = square.sqrt().div_(squareCorrection).add_(kEpsilon);
        parameter.addcdiv_(mean, denominator, -learningRate / meanCorrection);
        gradient.reset();
    }
}

NamedTensors AdamW::state() const {
    NamedTensors result;
    for (const auto& [name, tensor] : mean_) result["mean." + name] = tensor;
    for (const auto& [name, tensor] : square_) result["square." + name] = tensor;
    return result;
}

}  // namespace protolabel::fewshot
