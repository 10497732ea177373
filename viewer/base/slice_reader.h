#pragma once

#include <span>

#include "core/imaging/volume.h"

namespace protolabel::viewer {

/// Values of slice `index` along `axis`, slope and intercept applied, row by row into `out` (width * height floats). NaN and
/// infinities become the slice's smallest finite value, 0 where it has none.
void readSlice(const imaging::Volume& volume, int axis, int index, std::span<float> out);

/// The value at a voxel as stored (NaN stays NaN), slope and intercept applied.
double valueAt(const imaging::Volume& volume, const std::array<int, 3>& voxel);

}  // namespace protolabel::viewer
