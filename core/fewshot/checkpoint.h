#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <torch/torch.h>

#include "core/base/bytes.h"
#include "core/engine/messages.h"
#include "core/fewshot/loss_history.h"

namespace protolabel::fewshot {

using NamedTensors = std::map<std::string, torch::Tensor>;

/// Parameters and buffers (batch-norm statistics) of a network; the tensors share its memory.
NamedTensors namedWeights(const torch::nn::Module& network);

/// False for values that no network has: no numbers, and negative variances of a batch norm.
bool isPossible(const std::string& name, const torch::Tensor& values);

/// Copies values by name into `to`, to its device and type; both have the same names and shapes.
void copyWeights(const NamedTensors& from, const NamedTensors& to);

/// The same for the tensors that both have; the others stay.
void copySharedWeights(const NamedTensors& from, const NamedTensors& to);

/// Everything that the next training iteration depends on, beside the data.
struct Checkpoint {
    std::string identity;  ///< of the training that it belongs to
    std::int64_t iteration = 0;
    LossHistory losses;
    NamedTensors weights;
    NamedTensors momentum;
};
Bytes encode(const Checkpoint& checkpoint);       ///< a safetensors file
Checkpoint decodeCheckpoint(const Bytes& bytes);  ///< throws Error "checkpoint.damaged"

/// Throws Error "checkpoint.damaged" when `saved` has other names or shapes than `expected`.
void checkSameShapes(const NamedTensors& saved, const NamedTensors& expected);

/// A digest of what a training learns from and how: spec, seed, share of labels, and the volumes' hashes and excluded slices. Not the
/// labels: people go on drawing while a training is paused, and it goes on with what is finished then.
std::string trainingIdentity(const engine::TrainRequest& request);

}  // namespace protolabel::fewshot
