#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fewshot/synthesis/anatomy.h"
#include "core/fewshot/synthesis/appearance.h"

namespace protolabel::fewshot::synthesis {

/// Two slices of one anatomy, mostly of two subjects, at about the same height: what a support and a query are.
struct Pair {
    std::array<FloatImage, 2> images;          ///< normalised, kSide x kSide
    std::array<labels::LabelSlice, 2> labels;  ///< the same label, the same thing
    std::vector<Label> objects;    ///< labels of objects seen in both (kSmallestObject), at most kMostObjects
    std::vector<Label> onlyFirst;  ///< seen in the first, no pixel of it in the second
};
inline constexpr int kSmallestObject = 100;  ///< pixels
inline constexpr int kMostObjects = 12;

/// Pair number `index` of `seed`: depends on these two numbers only.
Pair synthesise(std::uint64_t seed, std::int64_t index);

}  // namespace protolabel::fewshot::synthesis
