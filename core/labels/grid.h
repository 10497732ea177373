#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace protolabel::labels {

using Index3 = std::array<int, 3>;       ///< i, j, k
using Spacing3 = std::array<double, 3>;  ///< mm between neighbours along i, j, k

/// Voxels lower[a] <= index[a] < upper[a].
struct Box {
    Index3 lower{0, 0, 0};
    Index3 upper{0, 0, 0};

    bool operator==(const Box&) const = default;
    int extent(int axis) const { return upper[axis] - lower[axis]; }
    bool empty() const { return extent(0) <= 0 || extent(1) <= 0 || extent(2) <= 0; }
    std::int64_t voxels() const { return empty() ? 0 : std::int64_t{extent(0)} * extent(1) * extent(2); }
    bool contains(const Index3& v) const {
        for (int a = 0; a < 3; ++a)
            if (v[a] < lower[a] || v[a] >= upper[a]) return false;
        return true;
    }
    Box intersected(Box other) const {
        for (int a = 0; a < 3; ++a) {
            other.lower[a] = std::max(lower[a], other.lower[a]);
            other.upper[a] = std::min(upper[a], other.upper[a]);
        }
        return other;
    }
    /// The smallest box around both; an empty one adds nothing.
    Box united(Box other) const {
        if (empty()) return other;
        if (other.empty()) return *this;
        for (int a = 0; a < 3; ++a) {
            other.lower[a] = std::min(lower[a], other.lower[a]);
            other.upper[a] = std::max(upper[a], other.upper[a]);
        }
        return other;
    }
    Box grown(const Index3& by) const {
        Box box = *this;
        for (int a = 0; a < 3; ++a) box.lower[a] -= by[a], box.upper[a] += by[a];
        return box;
    }
};

/// The voxels of a volume, without its place in the world: edits need distances only. Voxels are contiguous, i fastest.
struct Grid {
    Index3 size{0, 0, 0};
    Spacing3 spacing{1, 1, 1};

    bool operator==(const Grid&) const = default;
    Box box() const { return {{0, 0, 0}, size}; }
    std::size_t offset(int i, int j, int k) const {
        return (static_cast<std::size_t>(k) * size[1] + j) * static_cast<std::size_t>(size[0]) + i;
    }
};

/// A slice of a volume; x and y are its in-plane axes as in Image2D.
struct Plane {
    int axis = 2;
    int slice = 0;

    bool operator==(const Plane&) const = default;
    int xAxis() const { return axis == 0 ? 1 : 0; }
    int yAxis() const { return axis == 2 ? 1 : 2; }
    Index3 voxel(int x, int y) const {
        Index3 v{};
        v[axis] = slice;
        v[xAxis()] = x;
        v[yAxis()] = y;
        return v;
    }
    /// Of `box`, the voxels in this plane.
    Box of(Box box) const {
        box.lower[axis] = std::max(box.lower[axis], slice);
        box.upper[axis] = std::min(box.upper[axis], slice + 1);
        return box;
    }
};

}  // namespace protolabel::labels
