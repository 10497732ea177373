#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

/// NIfTI-1 files of the tests, written and read byte by byte from the format's definition (nifti1.h), independent of the code under test.
namespace protolabel::test {

struct Scan {
    std::array<int, 3> size{0, 0, 0};
    std::array<float, 12> sform{};      ///< rows of the RAS affine
    std::array<float, 3> quaternion{};  ///< b, c, d
    float qfac = 1;
    int qformCode = 0;
    int sformCode = 1;
    std::array<float, 3> spacing{1, 1, 1};
    std::vector<std::int16_t> voxels;

    std::int16_t at(int x, int y, int z) const {
        return voxels[static_cast<std::size_t>((z * size[1] + y) * size[0] + x)];
    }
    std::int64_t count(int value) const;
};

/// A scan with axes along patient axes, spacing mm, values from `value(x, y, z)`.
Scan makeScan(std::array<int, 3> size, std::array<float, 3> spacing, const std::function<int(int, int, int)>& value);

/// Plain .nii, int16.
void writeScan(const Scan& scan, const std::filesystem::path& file);
/// .nii or .nii.gz of an integer type up to 16 bits.
Scan readScan(const std::filesystem::path& file);

/// A bright block on a dark, slightly uneven ground, with a second, middle-bright block beside it. `shift` moves both.
Scan blocks(int shift, int slices = 8);
/// Its truth: 1 and 2 where the blocks are.
Scan blocksTruth(int shift, int slices = 8);

}  // namespace protolabel::test
