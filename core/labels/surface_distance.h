#pragma once

#include <optional>

#include "core/labels/voxel_mask.h"

namespace protolabel::labels {

/// How far the surfaces of two objects are apart, in mm; symmetric in the two (Maier-Hein et al., Metrics reloaded, 2024; MONAI computes the same).
struct SurfaceDistances {
    double hd95 = 0;     ///< the larger of the two directed 95th percentiles (interpolated linearly between ranks)
    double average = 0;  ///< mean over the surface voxels of both, each to the nearest one of the other
};

/// Surface voxels are those with a face neighbour outside the object; what is beyond the grid is outside (across slices only where there
/// is more than one). Distances go from voxel centre to voxel centre, exactly. Both empty: 0 and 0. One empty: nothing, as no distance is defined.
/// Throws Error "mask.size" when the grids differ.
std::optional<SurfaceDistances> surfaceDistances(const VoxelMask& a, const VoxelMask& b);

}  // namespace protolabel::labels
