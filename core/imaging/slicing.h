#pragma once

#include <cstddef>

#include "core/imaging/geometry.h"

/// Where the pixels of a slice are in a volume (i fastest).
namespace protolabel::imaging {

struct SliceStrides {
    std::size_t start = 0, x = 0, y = 0;

    SliceStrides(const std::array<std::int64_t, 3>& size, int axis, int index) {
        const std::size_t strides[] = {1, static_cast<std::size_t>(size[0]),
                                       static_cast<std::size_t>(size[0] * size[1])};
        start = strides[axis] * static_cast<std::size_t>(index);
        x = strides[axis == 0 ? 1 : 0];
        y = strides[axis == 2 ? 1 : 2];
    }
    std::size_t at(int column, int row) const {
        return start + static_cast<std::size_t>(column) * x + static_cast<std::size_t>(row) * y;
    }
};

}  // namespace protolabel::imaging
