#pragma once

#include <cstdint>

#include "core/base/slice_stack.h"

namespace protolabel::fewshot {

/// A made-up abdomen for measurements: a body with smooth shading, noise and four organs, labelled 1 to 4, in integers as scanners give
/// them. Equal arguments give equal volumes.
struct BenchVolume {
    SliceStack<float> unclipped;
    SliceStack<Half> prepared;  ///< z-scored
    SliceStack<std::int32_t> labels;
};
BenchVolume makeBenchVolume(int slices, int size, std::uint64_t seed);

}  // namespace protolabel::fewshot
