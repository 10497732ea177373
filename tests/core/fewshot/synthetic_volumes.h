#pragma once

#include <cmath>
#include <cstdint>

#include "core/base/slice_stack.h"

/// Small volumes in which a bright ball lies in darker tissue, for tests of training and evaluation.
namespace protolabel::test {

struct Ball {
    double z, y, x, radius;
    bool holds(int sz, int sy, int sx) const { return std::hypot(sz - z, sy - y, sx - x) < radius; }
};

inline SliceStack<Half> ballImage(int slices, int size, const Ball& ball) {
    SliceStack<Half> image{slices, size, size, 1, 1, {}};
    for (int z = 0; z < slices; ++z)
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) {
                const float texture = 0.2f * std::sin(0.9f * x) * std::cos(0.7f * y + z);
                image.voxels.push_back(toHalf((ball.holds(z, y, x) ? 2.f : -0.5f) + texture));
            }
    return image;
}

/// `label` in the ball, `elsewhere` around it.
inline SliceStack<std::int32_t> ballLabels(int slices, int size, const Ball& ball, int label, int elsewhere) {
    SliceStack<std::int32_t> labels{slices, size, size, 1, 1, {}};
    for (int z = 0; z < slices; ++z)
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) labels.voxels.push_back(ball.holds(z, y, x) ? label : elsewhere);
    return labels;
}

}  // namespace protolabel::test
