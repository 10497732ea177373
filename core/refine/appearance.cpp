#include "core/refine/appearance.h"

#include <algorithm>
#include <cmath>

namespace protolabel::refine {

namespace {

constexpr float kMost = 4;
constexpr std::array<double, 5> kSmoothing = {0.1, 0.2, 0.4, 0.2, 0.1};

/// The value that `share` of them lie below.
float quantile(std::vector<float>& values, double share) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace

Appearance::Appearance(const std::vector<float>& inside, const std::vector<float>& beside) {
    if (inside.empty() || beside.empty()) return;
    auto all = inside;
    all.insert(all.end(), beside.begin(), beside.end());
    low_ = quantile(all, 0.005);
    const float high = quantile(all, 0.995);
    if (!(high > low_)) return;
    binsPerValue_ = kBins / (high - low_);

    const auto histogram = [&](const std::vector<float>& values) {
        std::array<double, kBins> counts{}, smooth{};
        for (const float value : values)
            ++counts[static_cast<std::size_t>(std::clamp((value - low_) * binsPerValue_, 0.F, kBins - 1.F))];
        double sum = 0;
        for (int bin = 0; bin < kBins; ++bin) {
            smooth[bin] = 1;  // as if every value had been seen once
            for (int k = -2; k <= 2; ++k)
                if (bin + k >= 0 && bin + k < kBins) smooth[bin] += kSmoothing[k + 2] * counts[bin + k];
            sum += smooth[bin];
        }
        for (auto& value : smooth) value /= sum;
        return smooth;
    };
    const auto in = histogram(inside), out = histogram(beside);
    for (int bin = 0; bin < kBins; ++bin)
        ratios_[bin] = std::clamp(static_cast<float>(std::log(in[bin] / out[bin])), -kMost, kMost);
}

float Appearance::ratio(float value) const {
    return ratios_[static_cast<std::size_t>(std::clamp((value - low_) * binsPerValue_, 0.F, kBins - 1.F))];
}

}  // namespace protolabel::refine
