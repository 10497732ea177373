#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <torch/torch.h>

namespace protolabel::fewshot {

/// Stochastic gradient descent with momentum and weight decay as PyTorch defines it (g += decay p; v = momentum v + g;
/// p -= lr v), with its state by parameter name so that a checkpoint can hold it.
class Sgd {
public:
    /// lr = 1e-3 * 0.98^(iteration / 1000), momentum 0.9, weight decay 5e-4 (methods.md, Training).
    static double learningRate(std::int64_t iteration);

    explicit Sgd(const torch::nn::Module& network);

    /// One step from the gradients, which are used up. Parameters without one stay.
    void step(double learningRate);

    const std::map<std::string, torch::Tensor>& momentum() const {
        return momentum_;
    }  ///< writable through the tensors

private:
    std::map<std::string, torch::Tensor> parameters_, momentum_;
};

}  // namespace protolabel::fewshot
