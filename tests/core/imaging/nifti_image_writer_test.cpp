#include "core/imaging/nifti_image_writer.h"

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "tests/core/imaging/scan_file.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::test;

static imaging::Volume volumeOf(const imaging::Geometry& geometry) {
    imaging::Volume volume;
    volume.geometry = geometry;
    std::vector<std::int16_t> values;
    for (std::int64_t i = 0; i < geometry.voxelCount(); ++i) values.push_back(static_cast<std::int16_t>(37 * i - 900));
    volume.voxels.resize(2 * values.size());
    std::memcpy(volume.voxels.data(), values.data(), volume.voxels.size());
    return volume;
}

/// nifti1.h's quaternion to matrix, times the spacings. Near half a turn `a` is what rounding leaves of 1 - b^2 - c^2 - d^2.
static std::array<double, 9> matrixOf(const Scan& scan) {
    const double b = scan.quaternion[0], c = scan.quaternion[1], d = scan.quaternion[2];
    const double a = std::sqrt(std::max(0.0, 1 - b * b - c * c - d * d));
    const double x = scan.spacing[0], y = scan.spacing[1], z = scan.qfac * scan.spacing[2];
    return {
        (a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z, 2 * (b * c + a * d) * x,
        (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z, 2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y,
        (a * a + d * d - b * b - c * c) * z};
}

TEST(the_affine_is_the_geometry_in_ras) {
    TemporaryFolder folder;
    imaging::Geometry geometry;
    geometry.size = {3, 4, 2};
    geometry.spacing = {1.5, 2, 6};
    geometry.origin = {10, -20, 30};
    const auto volume = volumeOf(geometry);
    imaging::writeNiftiImage(volume, folder / "x.nii.gz");
    const auto scan = readScan(folder / "x.nii.gz");
    CHECK((scan.size == std::array<int, 3>{3, 4, 2}));
    // LPS to RAS turns the first two rows round.
    CHECK((scan.sform == std::array<float, 12>{-1.5, 0, 0, -10, 0, -2, 0, 20, 0, 0, 6, 30}));
    CHECK_EQ(scan.voxels[5], 37 * 5 - 900);
}

TEST(quaternion_and_matrix_agree) {
    TemporaryFolder folder;
    for (const double angle : {0.0, 0.3, 1.7, 3.1, 4.4})
        for (const int mirrored : {0, 1})
            for (int turn = 0; turn < 3; ++turn) {
                imaging::Geometry geometry;
                geometry.size = {2, 2, 2};
                geometry.spacing = {1.25, 1.5, 7};
                const double s = std::sin(angle), c = std::cos(angle);
                std::array<imaging::Vec3, 3> axes{imaging::Vec3{c, s * 0.6, s * 0.8},
                                                  imaging::Vec3{-s, c * 0.6, c * 0.8}, imaging::Vec3{0, -0.8, 0.6}};
                for (std::size_t a = 0; a < 3; ++a)
                    geometry.direction[a] = axes[(a + static_cast<std::size_t>(turn)) % 3];
                if (mirrored != 0) std::swap(geometry.direction[0], geometry.direction[1]);
                imaging::writeNiftiImage(volumeOf(geometry), folder / "q.nii");
                const auto scan = readScan(folder / "q.nii");
                CHECK_EQ(scan.qformCode, 1);
                const auto matrix = matrixOf(scan);
                for (std::size_t row = 0; row < 3; ++row)
                    for (std::size_t column = 0; column < 3; ++column)
                        CHECK_NEAR(matrix[3 * row + column], scan.sform[4 * row + column], 2e-3);
            }
}

TEST(a_sheared_grid_has_no_quaternion) {
    TemporaryFolder folder;
    imaging::Geometry geometry;
    geometry.size = {2, 2, 2};
    geometry.direction[1] = {0.6, 0.8, 0};
    imaging::writeNiftiImage(volumeOf(geometry), folder / "s.nii");
    CHECK_EQ(readScan(folder / "s.nii").qformCode, 0);
    CHECK_EQ(readScan(folder / "s.nii").sformCode, 1);
}

TEST(a_side_beyond_nifti_1_is_written_as_nifti_2) {
    TemporaryFolder folder;
    imaging::Volume volume;
    volume.geometry.size = {40000, 1, 1};
    volume.voxels.resize(80000);
    imaging::writeNiftiImage(volume, folder / "x.nii");
    // nifti2.h: 540 bytes of header, 4 of extension flag; sizeof_hdr first, dim[1] a 64-bit number at byte 24.
    CHECK_EQ(std::filesystem::file_size(folder / "x.nii"), 544U + 80000U);
    std::ifstream file(folder / "x.nii", std::ios::binary);
    std::array<char, 32> start{};
    file.read(start.data(), start.size());
    std::int32_t headerSize = 0;
    std::int64_t side = 0;
    std::memcpy(&headerSize, start.data(), 4);
    std::memcpy(&side, start.data() + 24, 8);
    CHECK_EQ(headerSize, 540);
    CHECK_EQ(side, 40000);
}

TEST(a_failed_write_is_said) {
    TemporaryFolder folder;
    imaging::Volume volume;
    volume.geometry.size = {1, 1, 1};
    volume.voxels.resize(2);
    CHECK_ERROR("file.write", imaging::writeNiftiImage(volume, folder / "no such folder/x.nii"));
}
