#pragma once

#include <torch/torch.h>

#include "core/fewshot/synthesis/pair.h"

namespace protolabel::fewshot {

/// A synthetic pair as tensors. n objects seen in both images, then m seen only in the first.
struct PairSample {
    torch::Tensor images;   ///< (2,1,S,S) float
    torch::Tensor masks;    ///< (n + m,2,S/2,S/2) float, the part of each 2 x 2 pixels that the object covers
    std::int64_t both = 0;  ///< n
};
PairSample sampleOf(const synthesis::Pair& pair);

/// What pretraining minimises for one pair: every object of one image is looked for in the other by its prototype, both ways.
/// `features`: (2,C,h,w); `t`: the learned threshold of the threshold reading. The mean over objects and directions of
///   NLL and soft Dice of the thresholded probability at S/2,
///   the cross entropy of a pixel's true object among all of the pair's (softmax over a cos), each object weighing the same, and
///   0.2 of the NLL of nothing where an object is looked for that the other image does not show.
/// Undefined for a pair without objects.
torch::Tensor pairLoss(const torch::Tensor& features, const PairSample& sample, const torch::Tensor& t);

}  // namespace protolabel::fewshot
