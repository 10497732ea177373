#pragma once

#include <string>

namespace protolabel::viewer {

struct ScaleBar {
    double pixels = 0;  ///< length in device pixels
    std::string text;   ///< "50 mm", "0.5 mm", "20 µm"
};

/// The longest bar of 1, 2 or 5 times a power of ten that is at most `longest` device pixels.
ScaleBar scaleBar(double pixelsPerMm, double longest);

}  // namespace protolabel::viewer
