#pragma once

#include <torch/torch.h>

#include "core/engine/backend.h"

namespace protolabel::fewshot {

/// One pretrain request on one device: trains, sends checkpoints and the model file (16 bit). Throws what Pretrainer throws.
engine::TrainResult pretrain(const engine::PretrainRequest& request, engine::JobContext& context, torch::Device device);

}  // namespace protolabel::fewshot
