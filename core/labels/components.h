#pragma once

#include <map>
#include <vector>

#include "core/labels/image2d.h"
#include "core/labels/voxel_runs.h"

/// Connected components. Voxels that share a face are connected.
namespace protolabel::labels {

/// Slices of one object by index; absent slices are empty.
using MaskStack = std::map<int, Mask>;

bool isEmpty(const MaskStack& stack);  ///< no voxel on any slice

/// Clears everything but the largest component (of equal ones the first). All masks have the same size.
void keepLargestComponent(MaskStack& stack);

/// Ordered by their first voxel.
std::vector<VoxelRuns> componentsOf(const VoxelRuns& runs);
/// The largest one (of equal ones the first); nothing of nothing.
VoxelRuns largestComponent(const VoxelRuns& runs);
/// The component that holds `voxel`; nothing when it is not in `runs`.
VoxelRuns componentAt(const VoxelRuns& runs, const Index3& voxel);
/// Without components of fewer than `minVoxels` voxels.
VoxelRuns withoutIslands(const VoxelRuns& runs, std::int64_t minVoxels);
/// The holes of `runs`: voxels of `box` (that holds `runs`) not in it from which no path outside it leads to the box's border. A box of one
/// slice looks for holes in that slice only, whatever its neighbours hold.
VoxelRuns holesOf(const VoxelRuns& runs, const Box& box);

}  // namespace protolabel::labels
