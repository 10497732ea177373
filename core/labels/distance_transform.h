#pragma once

#include <vector>

#include "core/labels/voxel_mask.h"

namespace protolabel::labels {

/// Per voxel the squared Euclidean distance in mm^2 to the nearest set voxel of `mask`; infinity everywhere when none is set. Exact, and linear
/// in the number of voxels: one pass of lower envelopes of parabolas per axis (Felzenszwalb and Huttenlocher, Theory of Computing 8, 2012).
std::vector<double> squaredDistances(const VoxelMask& mask);

}  // namespace protolabel::labels
