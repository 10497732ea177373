#pragma once

#include "core/base/job_control.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

/// A label and the slices on which it is completely drawn (where it is not on such a slice, it is known not to be there).
struct DrawnSlices {
    std::uint16_t label = 0;
    std::vector<int> slices;  ///< ascending
};

/// Slices along `axis` that show the label.
std::vector<int> slicesShowing(const LabelVolume& volume, std::uint16_t label, int axis);

/// What each label fills between its drawn slices (ShapeInterpolation), in the order of `drawn`. A voxel that several labels fill goes to
/// the one in which it lies deepest. Nothing is written: paint the runs over background to spare what other labels hold.
/// Reports progress slice by slice as "interpolate"; throws Cancelled.
std::vector<VoxelRuns> interpolated(const LabelVolume& volume, const std::vector<DrawnSlices>& drawn, int axis,
                                    JobControl& control);

}  // namespace protolabel::labels
