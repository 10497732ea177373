#include "core/review/expectation.h"

#include <algorithm>
#include <cmath>

namespace protolabel::review {

double expectedDice(double confidence, double distance, double correction) {
    return std::clamp(1 / (1 + std::exp(2.61 - 6.00 * confidence + 11.5 * distance)) + correction, 0.0, 1.0);
}

double correctionFrom(const std::vector<KnownResult>& known) {
    double sum = 0;
    for (const auto& one : known) sum += one.dice - expectedDice(one.confidence, one.distance);
    return sum / (static_cast<double>(known.size()) + 12);
}

}  // namespace protolabel::review
