#pragma once

#include <algorithm>

#include "core/labels/grid.h"

namespace protolabel::labels {

/// Calls f(part) for parts of `box` that follow each other along k, so that work on a large box with dense floating-point values needs a
/// bounded amount of memory. A part is at least as thick as twice the `halo` its work reads beyond it.
template <class F>
void forEachSlab(const Box& box, int halo, F&& f) {
    constexpr std::int64_t kVoxels = std::int64_t{1} << 23;
    const auto area = std::max<std::int64_t>(1, std::int64_t{box.extent(0)} * box.extent(1));
    const int thickness = static_cast<int>(std::max<std::int64_t>({1, 2 * std::int64_t{halo}, kVoxels / area}));
    for (int k = box.lower[2]; k < box.upper[2]; k += thickness) {
        Box part = box;
        part.lower[2] = k;
        part.upper[2] = std::min(k + thickness, box.upper[2]);
        f(part);
    }
}

}  // namespace protolabel::labels
