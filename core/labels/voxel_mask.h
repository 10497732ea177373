#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace protolabel::labels {

/// The voxels of one object on a regular grid, slice-major then row-major.
struct VoxelMask {
    std::array<int, 3> size{0, 0, 0};        ///< slices, rows, columns
    std::array<double, 3> spacing{1, 1, 1};  ///< mm between neighbouring slices, rows, columns
    std::vector<std::uint8_t> voxels;        ///< 0 or not

    VoxelMask() = default;
    explicit VoxelMask(std::array<int, 3> s, std::array<double, 3> mm = {1, 1, 1})
        : size(s), spacing(mm), voxels(static_cast<std::size_t>(s[0]) * s[1] * s[2]) {}
    std::size_t index(int z, int y, int x) const {
        return (static_cast<std::size_t>(z) * size[1] + y) * static_cast<std::size_t>(size[2]) + x;
    }
};

}  // namespace protolabel::labels
