#pragma once

#include <vector>

#include "core/fewshot/method.h"

namespace protolabel::fewshot {

/// Vectors shorter than this are not made as long as 1.
inline constexpr double kSmallestNorm = 1e-4;

/// What a class is compared with where it has many prototypes, and how much each counts.
struct Directions {
    torch::Tensor vectors;     ///< (n,C), of length 1
    torch::Tensor logWeights;  ///< (n)
};

/// Vectors along dimension 1 made as long as 1, or shorter where they are nearly zero.
torch::Tensor unitVectors(const torch::Tensor& vectors);

/// (n,C) vectors that count alike.
Directions directionsOf(const torch::Tensor& vectors);

/// sum_k softmax_k(d_k) d_k with d_k = a cos: (B,h,w) from features (B,C,h,w) of length 1. There is at least one direction.
torch::Tensor score(const torch::Tensor& unit, const Directions& directions);

/// Prototypes::other as the methods with directions fill it.
std::vector<torch::Tensor> stored(const Directions& foreground, const Directions& background);
Directions foregroundOf(const Prototypes& prototypes);
Directions backgroundOf(const Prototypes& prototypes);

/// Of K shots: means by weight, and all directions; those of a shot of twice the weight enter the softmax twice.
Prototypes joined(const std::vector<Prototypes>& each, const std::vector<double>& weights);

/// At most `most` of them, evenly.
Directions thinned(const Directions& directions, std::int64_t most);

}  // namespace protolabel::fewshot
