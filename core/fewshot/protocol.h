#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/slice_stack.h"

/// The bookkeeping of methods.md, Evaluation protocol of the papers.
namespace protolabel::fewshot {

/// Slices on which `label` occurs, ascending.
std::vector<int> slicesShowing(const SliceStack<std::int32_t>& labels, std::int32_t label);

/// Which of `count` slices that show a class are its supports: fractions 1/2n, 3/2n, ... of them (1/6, 1/2, 5/6 for n =
/// 3).
std::vector<int> supportPositions(int parts, int count);

/// Which part of a class's extent its `index`-th of `count` slices belongs to: [0, count) cut by linspace to int.
int partOf(int index, int count, int parts);

/// The support slice nearest in relative position slice / (slices - 1); the earlier of equally near ones.
/// `supports`: slices of a volume of `supportSlices` slices.
int nearestSupport(const std::vector<int>& supports, int supportSlices, int slice, int slices);

}  // namespace protolabel::fewshot
