#pragma once

#include <string>
#include <vector>

#include "core/imaging/volume.h"

namespace protolabel::viewer {

/// Values from low to high are shown from black to white.
struct Window {
    double low = 0, high = 1;
    bool operator==(const Window&) const = default;
    double level() const { return (low + high) / 2; }
    double width() const { return high - low; }
};
Window fromLevel(double level, double width);
/// Digits after the point with which its numbers are shown: a hundredth of the width is seen, whole numbers from a width of 100 on.
int windowDecimals(const Window& window);

/// CT (by modality, or by values: at least 1 % below -500): soft tissue, -160 to 240. Else the 1st to the 99th percentile of a sample of
/// about a million voxels, without the lowest value where that fills more than a tenth (padding, air). A constant volume gets a
/// window of width 1 around its value.
Window automaticWindow(const imaging::Volume& volume);

struct WindowPreset {
    std::string name;  ///< English, for translation by the user interface
    Window window;
    bool operator==(const WindowPreset&) const = default;
};
/// At most nine (keys 1 to 9), the automatic window first. CT: Hounsfield windows. Else: wider and narrower percentiles.
std::vector<WindowPreset> defaultPresets(const imaging::Volume& volume);

}  // namespace protolabel::viewer
