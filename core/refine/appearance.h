#pragma once

#include <array>
#include <vector>

namespace protolabel::refine {

/// How grey values tell an object from what lies beside it: the logarithm of the ratio of two smoothed histograms.
class Appearance {
public:
    Appearance(const std::vector<float>& inside, const std::vector<float>& beside);

    /// ln(p(value | inside) / p(value | beside)), within -4 and 4; 0 when nothing was learned.
    float ratio(float value) const;

private:
    static constexpr int kBins = 24;
    float low_ = 0, binsPerValue_ = 0;
    std::array<float, kBins> ratios_{};
};

}  // namespace protolabel::refine
