#include "core/imaging/intensity.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/error.h"

namespace protolabel::imaging {

namespace {

std::string windowRule(const char* kind, double low, double high) {
    char text[96];
    std::snprintf(text, sizeof text, "%swindow %g..%g", kind, low, high);
    return text;
}

/// numpy.percentile's default: linear between the two nearest ranks. Reorders `values`.
double percentile(std::vector<float>& values, double percent) {
    const double rank = percent / 100 * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    const double low = *at;
    if (below + 1 == values.size()) return low;
    const double high = *std::min_element(at + 1, values.end());
    return low + (rank - static_cast<double>(below)) * (high - low);
}

bool looksLikeCt(const std::vector<float>& values) {
    const auto air = std::count_if(values.begin(), values.end(), [](float v) { return v < -500; });
    return static_cast<double>(air) >= 0.01 * static_cast<double>(values.size());
}

}  // namespace

IntensityRange chooseIntensityRange(const Volume& volume, std::optional<std::pair<double, double>> window) {
    if (window) {
        if (!(window->first < window->second))
            throw Error("image.window", "an intensity window from {0} to {1} is empty; give the lower value first",
                        {std::to_string(window->first), std::to_string(window->second)});
        return {window->first, window->second, windowRule("", window->first, window->second)};
    }
    auto values = volume.toFloat();
    if (values.empty()) return {};
    if (volume.modality == Modality::CT || (volume.modality == Modality::Unknown && looksLikeCt(values)))
        return {-125, 275, windowRule("CT ", -125, 275)};
    const double low = *std::min_element(values.begin(), values.end());
    return {low, percentile(values, 99.5), "top 0.5 % of the histogram"};
}

}  // namespace protolabel::imaging
