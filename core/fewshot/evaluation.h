#pragma once

#include <torch/torch.h>

#include "core/engine/backend.h"

namespace protolabel::fewshot {

/// The papers' protocol and the whole-volume one (methods.md, Evaluation protocol), after training on the other volumes.
engine::EvaluateResult evaluate(const engine::EvaluateRequest& request, engine::JobContext& context, torch::Device device);

}  // namespace protolabel::fewshot
