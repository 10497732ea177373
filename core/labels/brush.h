#pragma once

#include "core/labels/scalar_view.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

using Point3 = std::array<double, 3>;  ///< i, j, k; voxel centres are whole numbers
/// x, y in a plane; pixel centres are whole numbers.
struct Point2 {
    double x = 0, y = 0;
    bool operator==(const Point2&) const = default;
};

enum class BrushShape { Round, Square };
enum class LengthUnit { Millimetres, Voxels };

struct BrushTip {
    BrushShape shape = BrushShape::Round;
    double radius = 5;  ///< of a square tip half its side
    LengthUnit unit = LengthUnit::Voxels;
    bool operator==(const BrushTip&) const = default;
};

/// The tip's half sizes in voxels along i, j, k: in mm it is round on the patient, in voxels it is round on the grid.
Point3 halfSizes(const BrushTip& tip, const Spacing3& spacing);

/// Pixels of the plane that a tip covers on its straight way between two events: those whose centre comes within the tip, and those that the
/// centre of the tip passes, so that the smallest tip leaves a line without gaps too. One event: from = to.
VoxelRuns sweep(const BrushTip& tip, const Grid& grid, const Plane& plane, Point2 from, Point2 to);
/// The same with a ball or a cube.
VoxelRuns sweep(const BrushTip& tip, const Grid& grid, const Point3& from, const Point3& to);

/// Of `runs` the voxels of a value in `range` that are connected (by faces, within `runs`) to the voxel `seed`.
VoxelRuns connectedSimilar(const VoxelRuns& runs, const Grid& grid, const ScalarView& image,
                           const IntensityRange& range, const Index3& seed);

/// What counts as the same tissue as around `centre`: mean plus and minus `factor` standard deviations of the 5 x 5 pixels there.
IntensityRange rangeAround(const Grid& grid, const ScalarView& image, const Plane& plane, Point2 centre, double factor);

}  // namespace protolabel::labels
