#pragma once

#include <torch/torch.h>

#include "core/engine/backend.h"

namespace protolabel::fewshot {

/// The papers' protocol and the whole-volume one (methods.md, Evaluation protocol): trains on the volumes that are not
/// test volumes (or takes `request.model`), and scores every snapshot with every variant. A class that a query volume
/// does not show is not scored there. Progress stages "train" and "evaluate". Throws Error "evaluate.request" (what is
/// asked for does not fit together), "evaluate.support" (the support volume does not show a class), and what Trainer
/// throws.
engine::EvaluateResult evaluate(const engine::EvaluateRequest& request, engine::JobContext& context,
                                torch::Device device);

}  // namespace protolabel::fewshot
