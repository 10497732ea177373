#pragma once

#include <torch/torch.h>

#include "core/engine/backend.h"

namespace protolabel::fewshot {

/// One train request on one device: plans the iterations, trains, sends checkpoints and the model file. Throws what Trainer throws.
engine::TrainResult train(const engine::TrainRequest& request, engine::JobContext& context, torch::Device device);

}  // namespace protolabel::fewshot
