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

/// methods.md, Notation. MR and unknown: values above the 99.5th percentile of all voxels (linear between ranks) are clipped.
/// CT (by modality, or by values: at least 1 % of the voxels below -500, like air): the window [-125, 275] HU.
/// `window` overrides both; throws Error "image.window" unless its low end is below its high end.
IntensityRange chooseIntensityRange(const Volume& volume, std::optional<std::pair<double, double>> window = {});

}  // namespace protolabel::imaging
