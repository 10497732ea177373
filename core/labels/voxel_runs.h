#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "core/labels/label_volume.h"
#include "core/labels/voxel_mask.h"

namespace protolabel::labels {

/// Voxels begin <= i < end of the row (j, k).
struct VoxelRun {
    int k = 0, j = 0, begin = 0, end = 0;
    auto operator<=>(const VoxelRun&) const = default;
};

/// A set of voxels: what every brush, fill and filter computes before anything is written. Sorted, disjoint, and as few runs as possible,
/// so equal sets are equal vectors.
using VoxelRuns = std::vector<VoxelRun>;

/// Pixels begin <= x < end of row y of a plane.
struct PlaneRun {
    int y = 0, begin = 0, end = 0;
    bool operator==(const PlaneRun&) const = default;
};

/// Sorts runs of any order and joins those that overlap or touch.
void normalize(VoxelRuns& runs);

std::int64_t voxelCount(const VoxelRuns& runs);
Box boundsOf(const VoxelRuns& runs);

VoxelRuns united(const VoxelRuns& a, const VoxelRuns& b);
VoxelRuns subtracted(const VoxelRuns& a, const VoxelRuns& b);
VoxelRuns intersected(const VoxelRuns& a, const VoxelRuns& b);
VoxelRuns clipped(const VoxelRuns& runs, const Box& box);
/// Moved by whole voxels along one axis ("copy to the next slice").
VoxelRuns shifted(VoxelRuns runs, int axis, int by);

/// Voxels of `box` (within the volume) for which wanted(i, j, k).
template <class Wanted>
VoxelRuns runsWhere(const Box& box, Wanted&& wanted);
/// Voxels of one label in `box`, which may reach beyond the volume.
VoxelRuns runsOf(const LabelVolume& volume, std::uint16_t label, const Box& box);
/// Pixels of a plane, in any order.
VoxelRuns inPlane(const std::vector<PlaneRun>& runs, const Plane& plane);
VoxelRuns inPlane(const Mask& mask, const Plane& plane);

/// Dense, of the part in `box`; and back.
VoxelMask toMask(const VoxelRuns& runs, const Box& box, const Spacing3& spacing);
VoxelRuns toRuns(const VoxelMask& mask, const Index3& lower);

template <class Wanted>
VoxelRuns runsWhere(const Box& box, Wanted&& wanted) {
    VoxelRuns runs;
    for (int k = box.lower[2]; k < box.upper[2]; ++k)
        for (int j = box.lower[1]; j < box.upper[1]; ++j)
            for (int i = box.lower[0]; i < box.upper[0]; ++i) {
                if (!wanted(i, j, k)) continue;
                const int begin = i;
                while (++i < box.upper[0] && wanted(i, j, k)) {
                }
                runs.push_back({k, j, begin, i});
            }
    return runs;
}

}  // namespace protolabel::labels
