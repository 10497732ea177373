#include "core/fewshot/loss_history.h"

#include <algorithm>
#include <numeric>

namespace protolabel::fewshot {

namespace {

using At = LossHistory::const_iterator;

double mean(At begin, At end) {
    return std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
}

}  // namespace

double recentLoss(const LossHistory& losses) {
    if (losses.empty()) return 0;
    const auto count = std::min(losses.size(), kLossesTogether);
    return mean(losses.end() - static_cast<std::ptrdiff_t>(count), losses.end());
}

std::vector<double> lossCurve(const LossHistory& losses) {
    std::vector<double> curve;
    for (auto at = losses.begin(); at != losses.end();) {
        const auto count = std::min<std::ptrdiff_t>(losses.end() - at, kLossesTogether);
        curve.push_back(mean(at, at + count));
        at += count;
    }
    return curve;
}

}  // namespace protolabel::fewshot
