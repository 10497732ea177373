#pragma once

#include "core/base/job_control.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

/// The object `runs` with a smoother surface. In every voxel of `bounds` its share is
///   p = (G * object) / (G * not others),   G a Gaussian of `sigma` mm,
/// so that other labels and what lies beyond `bounds` neither pull nor push: a border with a neighbour stays where it is. The result is p >= t
/// without `others`, with t chosen in 0.25..0.75 so that the object keeps its volume (at 0.5 convex objects shrink). A box of one slice
/// smooths in 2-D. Throws Cancelled.
VoxelRuns smoothed(const VoxelRuns& runs, const VoxelRuns& others, double sigma, const Box& bounds,
                   const Spacing3& spacing, JobControl& control);

}  // namespace protolabel::labels
