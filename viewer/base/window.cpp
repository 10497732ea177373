#include "viewer/base/window.h"

#include <algorithm>
#include <cmath>

namespace protolabel::viewer {

namespace {

constexpr std::size_t kSample = 1'000'000;
constexpr Window kSoftTissue{-160, 240};  // Hounsfield units

/// Sorted values of voxels spread over the volume; without NaN and infinities.
std::vector<float> sortedSample(const imaging::Volume& volume) {
    std::vector<float> values;
    volume.visit([&](const auto* data, std::size_t n) {
        // An odd step that is no multiple of a row's length would be ideal; a prime one is close enough.
        std::size_t step = std::max<std::size_t>(1, n / kSample);
        if (step > 1) step |= 1;
        values.reserve(n / step + 1);
        for (std::size_t i = 0; i < n; i += step) {
            const auto value = static_cast<float>(static_cast<double>(data[i]) * volume.slope + volume.intercept);
            if (std::isfinite(value)) values.push_back(value);
        }
    });
    std::sort(values.begin(), values.end());
    return values;
}

double percentile(const std::vector<float>& sorted, double p) {
    return sorted[static_cast<std::size_t>(p / 100 * static_cast<double>(sorted.size() - 1))];
}

Window percentiles(const std::vector<float>& sorted, double low, double high) {
    if (sorted.empty()) return {};
    // Padding and air are one value in many scans; where it fills a large part it says nothing about the object.
    const auto background = std::upper_bound(sorted.begin(), sorted.end(), sorted.front());
    const bool padded = (background - sorted.begin()) * 10 > static_cast<std::ptrdiff_t>(sorted.size());
    const std::vector<float> object(padded ? background : sorted.begin(), sorted.end());
    const auto& values = object.empty() ? sorted : object;
    Window window{percentile(values, low), percentile(values, high)};
    if (window.low >= window.high) window = {values.front(), values.back()};
    if (window.low >= window.high) window = {window.low - 0.5, window.low + 0.5};
    return window;
}

/// By modality, or by values as imaging::chooseIntensityRange has it: at least 1 % like air.
bool isCt(const imaging::Volume& volume, const std::vector<float>& sorted) {
    constexpr float kAir = -500;
    const auto air = std::lower_bound(sorted.begin(), sorted.end(), kAir) - sorted.begin();
    return volume.modality == imaging::Modality::CT || air * 100 > static_cast<std::ptrdiff_t>(sorted.size());
}

Window automatic(const imaging::Volume& volume, const std::vector<float>& sorted) {
    return isCt(volume, sorted) ? kSoftTissue : percentiles(sorted, 1, 99);
}

}  // namespace

Window fromLevel(double level, double width) {
    return {level - width / 2, level + width / 2};
}

int windowDecimals(const Window& window) {
    const double digits = 2 - std::floor(std::log10(std::max(window.width(), 1e-6)));
    return static_cast<int>(std::clamp(digits, 0., 6.));
}

Window automaticWindow(const imaging::Volume& volume) {
    return automatic(volume, sortedSample(volume));
}

std::vector<WindowPreset> defaultPresets(const imaging::Volume& volume) {
    const auto sample = sortedSample(volume);
    std::vector<WindowPreset> presets{{"Automatic", automatic(volume, sample)}};
    if (isCt(volume, sample)) {
        const std::vector<WindowPreset> ct{{"Soft tissue", kSoftTissue},        {"Liver", fromLevel(60, 160)},
                                           {"Lung", fromLevel(-600, 1500)},     {"Mediastinum", fromLevel(40, 350)},
                                           {"Bone", fromLevel(400, 1800)},      {"Brain", fromLevel(40, 80)},
                                           {"Angiography", fromLevel(300, 600)}};
        presets.insert(presets.end(), ct.begin(), ct.end());
    } else {
        presets.push_back({"High contrast", percentiles(sample, 5, 95)});
        presets.push_back({"Dark tissue", percentiles(sample, 0, 75)});
        presets.push_back({"Bright tissue", percentiles(sample, 50, 99.9)});
    }
    presets.push_back({"Full range", percentiles(sample, 0, 100)});
    return presets;
}

}  // namespace protolabel::viewer
