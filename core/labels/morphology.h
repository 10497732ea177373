#pragma once

#include "core/base/job_control.h"
#include "core/labels/voxel_runs.h"

/// Growing and shrinking by exact Euclidean distances in mm between voxel centres. A box of one slice (Plane::of) keeps them in 2-D.
/// They throw Cancelled.
namespace protolabel::labels {

/// Voxels of `bounds` at most `mm` from one of `runs`.
VoxelRuns grown(const VoxelRuns& runs, double mm, const Box& bounds, const Spacing3& spacing, JobControl& control);

/// Those of `runs` farther than `mm` from every voxel of `bounds` outside them. What lies beyond `bounds` is unknown and takes nothing away:
/// an organ cut off by the edge of the scan stays cut there.
VoxelRuns shrunk(const VoxelRuns& runs, double mm, const Box& bounds, const Spacing3& spacing, JobControl& control);

}  // namespace protolabel::labels
