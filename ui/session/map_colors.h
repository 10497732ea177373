#pragma once

#include <QColor>
#include <cstdint>
#include <vector>

#include "core/labels/image2d.h"
#include "core/labels/label_table.h"
#include "viewer/base/slice_map.h"

/// From values to colours over a slice.
namespace protolabel::ui {

/// From dark blue over green to yellow, of even steps in lightness (viridis, thinned out); `value` 0..255.
QRgb heatColor(int value);
/// Of a region or supervoxel; neighbours in number look different.
QRgb partColor(std::int32_t number);

viewer::SliceMap heatMap(const labels::ProbabilitySlice& values, int slice);
/// The label's colour, the more opaque the more probable.
viewer::SliceMap probabilityMap(const labels::ProbabilitySlice& values, int slice, const labels::Color& color);
/// Where two annotators differ: only the first has a label, only the second, or they have two.
struct DisagreementColors {
    static constexpr labels::Color first{0, 220, 255}, second{255, 230, 0}, both{255, 0, 200};
};
viewer::SliceMap disagreementMap(const labels::LabelSlice& first, const labels::LabelSlice& second, int slice);
/// 0: nothing.
viewer::SliceMap partMap(const std::vector<std::int32_t>& parts, int width, int height, int slice);

}  // namespace protolabel::ui
