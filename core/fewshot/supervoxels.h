#pragma once

#include "core/base/job_control.h"
#include "core/base/slice_stack.h"

namespace protolabel::fewshot {

/// methods.md, Supervoxels: 3-D Felzenszwalb graph segmentation, 0 outside the body, ids 1.. elsewhere (by first
/// voxel).
SliceStack<std::int32_t> supervoxels(const SliceStack<float>& image, int minimumSize, JobControl& control);

}  // namespace protolabel::fewshot
