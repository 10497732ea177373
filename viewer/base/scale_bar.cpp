#include "viewer/base/scale_bar.h"

#include <cmath>
#include <cstdio>

namespace protolabel::viewer {

ScaleBar scaleBar(double pixelsPerMm, double longest) {
    const double available = longest / pixelsPerMm * (1 + 1e-9);
    const double power = std::pow(10, std::floor(std::log10(available)));
    const double mm = (available >= 5 * power ? 5 : available >= 2 * power ? 2 : 1) * power;
    char text[32];
    if (mm < 0.1)
        std::snprintf(text, sizeof text, "%.4g \u00b5m", mm * 1000);
    else
        std::snprintf(text, sizeof text, "%.4g mm", mm);
    return {mm * pixelsPerMm, text};
}

}  // namespace protolabel::viewer
