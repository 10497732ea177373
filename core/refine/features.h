#pragma once

#include "core/refine/blend.h"
#include "core/refine/evidence.h"
#include "core/refine/window.h"

namespace protolabel::refine {

/// What is known about each pixel of a window on every slice of a volume, as a Blend reads it.
struct FeatureVolume {
    Window window;
    int slices = 0;
    std::vector<float> values;  ///< slice by slice, row by row, kFeatures each

    const float* at(int slice, std::size_t pixel) const {
        return &values[(static_cast<std::size_t>(slice) * window.pixels() + pixel) * kFeatures];
    }
    float* at(int slice, std::size_t pixel) {
        return &values[(static_cast<std::size_t>(slice) * window.pixels() + pixel) * kFeatures];
    }
};

/// Of these slices, which are not drawn; the others keep zeros. At least one drawn slice shows the object. Computed on up to four threads.
///   interpolated shape, nearest drawn shape before and after: signed distances; both of these mixed by nearness
///   how near these slices are, whether they exist, whether they are empty
///   grey values (Appearance): at the pixel, around it, in a wider neighbourhood with the next slices
///   the network's log-odds by this volume's supports and by others'; the votes of finished shapes (ShapePrior) and whether there are any
///   grey values and log-odds over the nearest drawn shape: whether the object is still there; the size of the drawn shapes
FeatureVolume featuresOf(const Evidence& evidence, const std::vector<int>& slices);

}  // namespace protolabel::refine
