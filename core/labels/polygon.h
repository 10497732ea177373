#pragma once

#include <vector>

#include "core/labels/brush.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

/// What is inside where an outline crosses itself: every second region, or all that it goes around.
enum class FillRule { EvenOdd, NonZero };

/// Pixels of the plane whose centre is inside the outline; its last point is joined to the first one. A centre exactly on the outline is
/// inside where the inside lies towards growing x (on a horizontal part: growing y), so that two outlines with a common side share no
/// pixel and leave none out. Fewer than three points, or no area: nothing.
VoxelRuns fillPolygon(const std::vector<Point2>& outline, FillRule rule, const Grid& grid, const Plane& plane);

}  // namespace protolabel::labels
