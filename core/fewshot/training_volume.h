#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/slice_stack.h"

namespace protolabel::fewshot {

/// One volume to learn from: its supervoxels, and the labels that people finished, if any.
struct TrainingVolume {
    std::string name;
    SliceStack<Half> image;
    SliceStack<std::int32_t> supervoxels;  ///< same grid; 0 = never an object
    std::vector<int> excludedSlices;       ///< never shown in training (Setting 2)
    SliceStack<std::int32_t> labels = {};  ///< same grid, or no voxels; 0 = nothing known
};

}  // namespace protolabel::fewshot
