#pragma once

#include "core/labels/image2d.h"

namespace protolabel::refine {

/// What reaches one half in a slice, with a boundary that follows the image: the network's features are 8 pixels apart. In a band of 4 network
/// pixels to both sides of the boundary each pixel is put inside or outside (GraphCut) where
///   sum over pixels of |log-odds| against which it was put + 3 sum over divided neighbours of exp(-(difference of grey values)^2 / its mean square)
/// is the least; what is farther stays as it is. `probability` (0 to 1) and `image` are of one size, their pixels
/// `xStep` x `yStep` network pixels large.
labels::Mask snapped(const labels::Image2D<float>& probability, const labels::Image2D<float>& image, double xStep,
                     double yStep);

}  // namespace protolabel::refine
