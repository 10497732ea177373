#include "core/refine/alignment.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace protolabel::refine {

namespace {

constexpr double kPerDistance = 30;
constexpr double kOutside = 0.1;  // distance added per slice that a landmark lies outside the volume
constexpr double kScaleDeviation = 0.1;
constexpr double kCentreDeviation = 0.15;
constexpr double kMostScale = 0.3;  // of log(scale in mm)
constexpr int kScaleSteps = 6;      // to each side
constexpr double kOffsetStep = 0.5;
constexpr int kFewNeighbours = 5;

/// At a slice between slices, linearly.
double at(const std::vector<double>& values, double slice) {
    const double last = static_cast<double>(values.size()) - 1;
    const double inside = std::clamp(slice, 0.0, last);
    const auto before = static_cast<std::size_t>(inside);
    const auto after = std::min(before + 1, values.size() - 1);
    const double share = inside - static_cast<double>(before);
    return (1 - share) * values[before] + share * values[after] + kOutside * std::abs(slice - inside);
}

double centreOf(const LandmarkedLabel& label) {
    if (label.extent) return (label.extent->begin + label.extent->end) / 2;
    double sum = 0;
    for (const auto& landmark : label.landmarks) sum += landmark.slice + 0.5;
    return sum / static_cast<double>(label.landmarks.size());
}

double logProbability(const Alignment& alignment, const Slices& here, const Slices& there,
                      const std::vector<LandmarkedLabel>& labels) {
    double sum = 0, deviation = 0;
    for (const auto& label : labels) {
        for (const auto& landmark : label.landmarks)
            sum -= kPerDistance * at(landmark.distances, alignment.of(landmark.slice + 0.5) - 0.5);
        const double centre = centreOf(label), place = alignment.of(centre);
        if (place < 0 || place > here.count) return -std::numeric_limits<double>::infinity();
        const double apart = (place / here.count - centre / there.count) / kCentreDeviation;
        deviation += apart * apart / 2;
    }
    const double stretch = std::log(alignment.scale * here.spacing / there.spacing) / kScaleDeviation;
    return sum - stretch * stretch / 2 - deviation / static_cast<double>(labels.size());
}

}  // namespace

std::optional<Extent> extentOf(const std::vector<int>& drawn, const std::optional<std::vector<int>>& proposed) {
    const int first = drawn.front(), last = drawn.back();
    if (proposed) {
        const auto shown = [&](int slice) {
            return std::binary_search(drawn.begin(), drawn.end(), slice) ||
                   std::find(proposed->begin(), proposed->end(), slice) != proposed->end();
        };
        int begin = first, end = last + 1;
        while (shown(begin - 1)) --begin;
        while (shown(end)) ++end;
        return Extent{static_cast<double>(begin), static_cast<double>(end)};
    }
    const auto count = static_cast<int>(drawn.size());
    if (count < 2 || (last - first + 1 == count && count < kFewNeighbours)) return {};
    const double margin = (static_cast<double>(last - first) / (count - 1) - 1) / 2;
    return Extent{first - margin, last + 1 + margin};
}

Alignment aligned(const Slices& here, const Slices& there, const std::vector<LandmarkedLabel>& labels) {
    const double sameSize = there.spacing / here.spacing;
    Alignment best{here.count / 2.0 - sameSize * there.count / 2, sameSize};
    double most = -std::numeric_limits<double>::infinity();
    for (int step = -kScaleSteps; step <= kScaleSteps; ++step) {
        const double scale = sameSize * std::exp(kMostScale * step / kScaleSteps);
        for (double offset = -scale * there.count; offset <= here.count; offset += kOffsetStep) {
            const Alignment candidate{offset, scale};
            const double probability = logProbability(candidate, here, there, labels);
            if (probability > most) most = probability, best = candidate;
        }
    }
    return best;
}

}  // namespace protolabel::refine
