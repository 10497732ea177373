#pragma once

#include <vector>

#include <torch/torch.h>

#include "core/engine/messages.h"

namespace protolabel::fewshot {

/// What a method found for one label on one query slice. CPU tensors.
struct LabelMap {
    int label = 0;
    torch::Tensor probability;  ///< (H,W)
    torch::Tensor cosine;       ///< (h,w)
    torch::Tensor prototype;    ///< (C)
};

/// (n,H,W) probabilities of n labels -> uint8 floor(256 p), at most 255. A pixel that several labels reach 0.5 on goes to the most
/// probable (the first on a tie); the others are lowered to 127 there.
torch::Tensor quantised(const torch::Tensor& probabilities);

/// The answers for one query slice; `features`: (C,h,w), CPU. Their `query` is left 0.
std::vector<engine::SlicePrediction> slicePredictions(const std::vector<LabelMap>& maps, const torch::Tensor& features);

}  // namespace protolabel::fewshot
