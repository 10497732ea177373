#pragma once

#include <cstddef>
#include <vector>

namespace protolabel::fewshot {

/// The loss of every iteration of a training so far, in order.
using LossHistory = std::vector<float>;

/// Iterations that are averaged wherever a loss is told: single ones say little, as each sees another episode.
inline constexpr std::size_t kLossesTogether = 100;

/// Mean over the last kLossesTogether iterations; 0 before the first.
double recentLoss(const LossHistory& losses);

/// Means of the first kLossesTogether iterations, the next ones, and so on; the last may be of fewer.
std::vector<double> lossCurve(const LossHistory& losses);

}  // namespace protolabel::fewshot
