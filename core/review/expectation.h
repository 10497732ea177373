#pragma once

#include <vector>

/// What can be said of a proposal before anybody has looked at it.
namespace protolabel::review {

/// Proposals farther from their supports than this (engine::SlicePrediction::distance, 1 - cosine) are worth a warning. On 6877 proposals on CHAOS
/// (4 support volumes, 3 slices a label, the embedded model) 92 % of those beyond it had a Dice below 0.3, of those nearer 31 %.
inline constexpr double kFar = 0.25;

/// The Dice to expect of a proposal on its slice:
///     D = 1 / (1 + exp(-(-2.61 + 6.00 confidence - 11.5 distance))) + correction, within 0..1.
/// The logistic curve was fitted to those proposals (R^2 0.56; the mean over a volume is wrong by 0.11 on average, mostly too low). `correction` is
/// what the project's own supports add to it (see correctionFrom).
double expectedDice(double confidence, double distance, double correction = 0);

/// A support that was segmented from the others: what was said of it, and how good it was.
struct KnownResult {
    double confidence = 0, distance = 0;
    double dice = 0;  ///< 0..1
};

/// Mean of (Dice - expected Dice) over n known results, times n / (n + 12): a few supports of one volume say little of other volumes (on CHAOS the
/// whole mean made the expectation worse: 0.15 instead of 0.11), many say more than the curve.
double correctionFrom(const std::vector<KnownResult>& known);

}  // namespace protolabel::review
