#include "core/fewshot/option_choice.h"

#include <cmath>
#include <tuple>

namespace protolabel::fewshot {

namespace {

labels::Overlap sum(const std::vector<labels::Overlap>& slices) {
    labels::Overlap total;
    for (const auto& slice : slices) {
        total.both += slice.both;
        total.first += slice.first;
        total.second += slice.second;
    }
    return total;
}

struct Difference {
    double value = 0;
    double error = 0;  ///< standard error
};

/// Pooled Dice of `a` minus that of `b`; its error from leaving out one slice after the other.
Difference difference(const Trial& a, const Trial& b) {
    const auto totalA = sum(a.slices), totalB = sum(b.slices);
    const auto n = static_cast<double>(a.slices.size());
    const auto without = [](labels::Overlap total, const labels::Overlap& slice) {
        total.both -= slice.both;
        total.first -= slice.first;
        total.second -= slice.second;
        return total.dice();
    };
    double first = 0, second = 0;
    for (std::size_t i = 0; i < a.slices.size(); ++i) {
        const double d = without(totalA, a.slices[i]) - without(totalB, b.slices[i]);
        first += d;
        second += d * d;
    }
    const double variance = std::max(0.0, second - first * first / n) * (n - 1) / n;
    return {totalA.dice() - totalB.dice(), std::sqrt(variance)};
}

}  // namespace

double pooledDice(const Trial& trial) {
    return sum(trial.slices).dice();
}

std::size_t chooseTrial(const std::vector<Trial>& trials, double least) {
    std::vector<std::size_t> better;
    std::size_t best = 0;
    for (std::size_t i = 1; i < trials.size(); ++i) {
        const auto gain = difference(trials[i], trials[0]);
        if (gain.value < least || gain.value <= gain.error) continue;
        better.push_back(i);
        if (best == 0 || pooledDice(trials[i]) > pooledDice(trials[best])) best = i;
    }
    std::size_t chosen = best;
    const auto rank = [&](std::size_t i) {
        return std::tuple(trials[i].changes, trials[i].shift, -pooledDice(trials[i]));
    };
    for (const auto i : better) {
        const auto loss = difference(trials[best], trials[i]);
        if (loss.value <= loss.error && rank(i) < rank(chosen)) chosen = i;
    }
    return chosen;
}

}  // namespace protolabel::fewshot
