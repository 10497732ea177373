#include "ui/session/map_colors.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace protolabel::ui {

namespace {

constexpr std::uint8_t kHeatOpacity = 150, kPartOpacity = 120;

viewer::SliceMap emptyMap(int width, int height, int slice) {
    return {slice, width, height, std::vector<std::array<std::uint8_t, 4>>(std::size_t(width) * std::size_t(height))};
}

std::array<std::uint8_t, 4> texel(QRgb color, int opacity) {
    return {std::uint8_t(qRed(color)), std::uint8_t(qGreen(color)), std::uint8_t(qBlue(color)), std::uint8_t(opacity)};
}

}  // namespace

QRgb heatColor(int value) {
    static constexpr std::array<std::array<int, 3>, 9> kViridis{{{68, 1, 84},
                                                                 {71, 44, 122},
                                                                 {59, 81, 139},
                                                                 {44, 113, 142},
                                                                 {33, 144, 141},
                                                                 {39, 173, 129},
                                                                 {92, 200, 99},
                                                                 {170, 220, 50},
                                                                 {253, 231, 37}}};
    const double at = std::clamp(value, 0, 255) / 255.0 * (kViridis.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), kViridis.size() - 2);
    const double part = at - static_cast<double>(below);
    const auto mixed = [&](std::size_t channel) {
        return qRound(kViridis[below][channel] + part * (kViridis[below + 1][channel] - kViridis[below][channel]));
    };
    return qRgb(mixed(0), mixed(1), mixed(2));
}

QRgb partColor(std::int32_t number) {
    // The golden angle apart: no two of a few neighbours are alike.
    return QColor::fromHsvF(static_cast<float>(std::int64_t{number} * 137508 % 360000) / 360000.F, 0.75F, 0.95F).rgb();
}

viewer::SliceMap heatMap(const labels::ProbabilitySlice& values, int slice) {
    auto map = emptyMap(values.width, values.height, slice);
    std::array<std::array<std::uint8_t, 4>, 256> colors;
    for (int value = 0; value < 256; ++value) colors[std::size_t(value)] = texel(heatColor(value), kHeatOpacity);
    for (std::size_t i = 0; i < map.pixels.size(); ++i) map.pixels[i] = colors[values.pixels[i]];
    return map;
}

viewer::SliceMap probabilityMap(const labels::ProbabilitySlice& values, int slice, const labels::Color& color) {
    auto map = emptyMap(values.width, values.height, slice);
    const QRgb full = qRgb(color.red, color.green, color.blue);
    for (std::size_t i = 0; i < map.pixels.size(); ++i) map.pixels[i] = texel(full, values.pixels[i] * 3 / 4);
    return map;
}

viewer::SliceMap partMap(const std::vector<std::int32_t>& parts, int width, int height, int slice) {
    auto map = emptyMap(width, height, slice);
    std::unordered_map<std::int32_t, std::array<std::uint8_t, 4>> colors;  // each is computed once
    for (std::size_t i = 0; i < map.pixels.size(); ++i) {
        if (parts[i] == 0) continue;
        const auto [color, added] = colors.try_emplace(parts[i]);
        if (added) color->second = texel(partColor(parts[i]), kPartOpacity);
        map.pixels[i] = color->second;
    }
    return map;
}

viewer::SliceMap disagreementMap(const labels::LabelSlice& first, const labels::LabelSlice& second, int slice) {
    constexpr std::uint8_t kOpacity = 190;
    viewer::SliceMap map{slice, first.width, first.height, {}};
    map.pixels.resize(first.pixels.size());
    for (std::size_t i = 0; i < first.pixels.size(); ++i) {
        const auto a = first.pixels[i], b = second.pixels[i];
        if (a == b) continue;
        const auto color = b == 0   ? DisagreementColors::first
                           : a == 0 ? DisagreementColors::second
                                    : DisagreementColors::both;
        map.pixels[i] = {color.red, color.green, color.blue, kOpacity};
    }
    return map;
}

}  // namespace protolabel::ui
