#include "core/refine/suggestion.h"

#include <algorithm>
#include <cmath>

namespace protolabel::refine {

namespace {

constexpr double kReach = 2;  // slices
constexpr double kShareOfEnd = 0.4;

/// The slices from + 1 .. to - 1 are not drawn; from and to are, or lie just outside the volume.
struct Gap {
    int from, to;
    int inside() const { return to - from - 1; }
    int middle() const { return (from + to) / 2; }
};

std::vector<Gap> gapsOf(int slices, const labels::MaskStack& drawn) {
    std::vector<Gap> gaps;
    int from = -1;
    const auto close = [&](int to) {
        if (to - from > 1) gaps.push_back({from, to});
        from = to;
    };
    for (const auto& [slice, mask] : drawn) close(slice);
    close(slices);
    return gaps;
}

/// The first of those with the largest value.
template <class Value>
const Gap& best(const std::vector<Gap>& gaps, Value value) {
    return *std::max_element(gaps.begin(), gaps.end(), [&](const Gap& a, const Gap& b) { return value(a) < value(b); });
}

}  // namespace

std::vector<SliceBelief> beliefsOf(int slices, const ScoreStack& probabilities, const labels::MaskStack& drawn) {
    std::vector<SliceBelief> beliefs(static_cast<std::size_t>(slices));
    for (const auto& [slice, probability] : probabilities) {
        auto& belief = beliefs[static_cast<std::size_t>(slice)];
        for (const auto value : probability.pixels) {
            if (value == 0) continue;
            const double p = (value + 0.5) / 256;  // the middle of what is rounded to this value
            belief.area += p;
            if (value < 128) continue;
            belief.common += p;
            ++belief.chosen;
        }
    }
    for (const auto& [slice, mask] : drawn) {
        const auto pixels = static_cast<double>(labels::countNonZero(mask));
        beliefs[static_cast<std::size_t>(slice)] = {pixels, pixels, pixels};
    }
    return beliefs;
}

std::optional<int> suggestSlice(int slices, const ScoreStack& probabilities, const labels::MaskStack& drawn) {
    const auto gaps = gapsOf(slices, drawn);
    if (gaps.empty()) return std::nullopt;
    const auto beliefs = beliefsOf(slices, probabilities, drawn);
    const auto belief = [&](int slice) -> const SliceBelief& { return beliefs[static_cast<std::size_t>(slice)]; };

    int chosen = best(gaps, [](const Gap& gap) { return gap.inside(); }).middle();
    double most = 0;
    for (const auto& gap : gaps)
        for (int slice = gap.from + 1; slice < gap.to; ++slice) {
            double benefit = 0;
            if (drawn.empty()) {
                benefit = belief(slice).chosen;
            } else {
                for (int other = gap.from + 1; other < gap.to; ++other)
                    benefit += belief(other).wrong() * std::exp(-std::abs(other - slice) / kReach);
            }
            if (benefit > most) most = benefit, chosen = slice;
        }
    return chosen;
}

std::optional<int> suggestForInterpolation(int slices, const labels::MaskStack& drawn) {
    const auto gaps = gapsOf(slices, drawn);
    if (gaps.empty()) return std::nullopt;
    const auto area = [&](int slice) {
        const auto found = drawn.find(slice);
        return found == drawn.end() ? 0.0 : static_cast<double>(labels::countNonZero(found->second));
    };
    const auto doubt = [&](const Gap& gap) {
        return (area(gap.from) + area(gap.to)) * gap.inside() * static_cast<double>(gap.inside());
    };
    const auto& gap = best(gaps, doubt);
    if (doubt(gap) == 0) return best(gaps, [](const Gap& g) { return g.inside(); }).middle();
    if (area(gap.from) > 0 && area(gap.to) > 0) return gap.middle();
    const int step = std::max(1, static_cast<int>(std::lround(kShareOfEnd * (gap.to - gap.from))));
    return area(gap.from) > 0 ? gap.from + step : gap.to - step;
}

}  // namespace protolabel::refine
