#pragma once

#include <optional>
#include <string>

#include "core/imaging/volume.h"

namespace protolabel::imaging {

/// Values outside [low, high] are clipped before z-scoring.
struct IntensityRange {
    double low = 0;
    double high = 0;
    std::string rule;  ///< "top 0.5 % of the histogram" or "CT window -125..275", shown to the user
};

/// methods.md, Notation. MR and unknown: the top 0.5 % of the histogram is clipped. CT (by modality, or by value range:
/// a minimum below -500 and air-like share of voxels): the window [-125, 275] HU. `window` overrides both.
IntensityRange chooseIntensityRange(const Volume& volume, std::optional<std::pair<double, double>> window = {});

}  // namespace protolabel::imaging
