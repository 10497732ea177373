#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/slice_stack.h"

namespace protolabel::fewshot {

/// One volume to learn from: no label, only its supervoxels.
struct TrainingVolume {
    std::string name;
    SliceStack<Half> image;
    SliceStack<std::int32_t> supervoxels;  ///< same grid; 0 = never an object
    std::vector<int> excludedSlices;       ///< never shown in training (Setting 2)
};

}  // namespace protolabel::fewshot
