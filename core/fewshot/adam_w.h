#pragma once

#include <torch/torch.h>

#include "core/fewshot/checkpoint.h"

namespace protolabel::fewshot {

/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019), with its state by parameter name so that a checkpoint can hold it.
/// Scalars and vectors (t, batch norms) do not decay.
class AdamW {
public:
    explicit AdamW(const torch::nn::Module& network);

    /// Step number `step` (the first is 1) from the gradients, which are used up. A gradient longer than 1 is shortened to 1 first.
    void step(double learningRate, std::int64_t step);

    /// "mean.NAME" and "square.NAME": the averages of gradients and of their squares. Writable through the tensors.
    NamedTensors state() const;

private:
    NamedTensors parameters_, mean_, square_;
};

}  // namespace protolabel::fewshot
