#include "core/fewshot/sgd.h"

#include <cmath>

namespace protolabel::fewshot {

namespace {

constexpr double kLearningRate = 1e-3, kDecay = 0.98;
constexpr std::int64_t kDecayEvery = 1000;  // iterations
constexpr double kMomentum = 0.9, kSgdWeightDecay = 5e-4;

}  // namespace

double Sgd::learningRate(std::int64_t iteration) {
    return kLearningRate * std::pow(kDecay, static_cast<double>(iteration / kDecayEvery));
}

Sgd::Sgd(const torch::nn::Module& network) {
    for (const auto& item : network.named_parameters()) {
        parameters_[item.key()] = item.value();
        momentum_[item.key()] = torch::zeros_like(item.value().detach());
    }
}

void Sgd::step(double learningRate) {
    const torch::NoGradGuard noGradient;
    for (auto& [name, parameter] : parameters_) {
        auto& gradient = parameter.mutable_grad();
        if (!gradient.defined()) continue;
        auto& momentum = momentum_[name];
        gradient.add_(parameter, kSgdWeightDecay);
        momentum.mul_(kMomentum).add_(gradient);
        parameter.add_(momentum, -learningRate);
        gradient.reset();
    }
}

}  // namespace protolabel::fewshot
