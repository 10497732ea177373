#pragma once

#include "core/imaging/volume.h"
#include "core/labels/image2d.h"

namespace protolabel::imaging {

/// The middle slice as a small grey picture for lists, at most `side` pixels wide and high, with the true aspect ratio, turned as a
/// radiologist looks at it (the patient's left at the right, front and head above; seen from the left, the front at the left).
/// Window: of a CT -125..275 HU, else from the 1st to the 99th percentile of the slice. Every pixel is the mean of what it covers.
labels::Image2D<std::uint8_t> thumbnail(const Volume& volume, int sliceAxis, int side = 96);

}  // namespace protolabel::imaging
