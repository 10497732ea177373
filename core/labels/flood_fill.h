#pragma once

#include "core/base/job_control.h"
#include "core/labels/scalar_view.h"
#include "core/labels/voxel_runs.h"

/// Fills: the voxels connected to a seed (by faces) within a box. A box of one slice (Plane::of) fills in 2-D. Time is in proportion to the
/// voxels filled; memory is one bit a voxel of the box. Nothing when the seed is outside the box. They throw Cancelled.
namespace protolabel::labels {

/// Voxels of the seed's label.
VoxelRuns floodLabel(const LabelVolume& volume, const Index3& seed, const Box& within, JobControl& control);

/// Voxels of the seed's label whose value lies in `range`; nothing when the seed's does not.
VoxelRuns floodSimilar(const LabelVolume& volume, const ScalarView& image, const IntensityRange& range,
                       const Index3& seed, const Box& within, JobControl& control);

}  // namespace protolabel::labels
