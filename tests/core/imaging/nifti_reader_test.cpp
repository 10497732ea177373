#include <algorithm>
#include <cmath>
#include <limits>

#include "core/imaging/volume_reader.h"
#include "tests/core/imaging/test_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace {

Vec3 step(const Volume& volume, int axis) {
    Vec3 result = volume.geometry.direction[axis];
    for (double& c : result) c *= volume.geometry.spacing[axis];
    return result;
}

bool near(const Vec3& a, const Vec3& b, double tolerance = 1e-5) {
    return std::abs(a[0] - b[0]) < tolerance && std::abs(a[1] - b[1]) < tolerance && std::abs(a[2] - b[2]) < tolerance;
}

}  // namespace

TEST(ras_becomes_lps_without_flipping_voxels) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2}).save(folder / "a.nii.gz");
    const auto volume = readVolume(folder / "a.nii.gz");
    CHECK(volume.geometry.size == (std::array<std::int64_t, 3>{4, 3, 2}));
    CHECK(near(step(volume, 0), {-2, 0, 0}));
    CHECK(near(step(volume, 1), {0, -3, 0}));
    CHECK(near(step(volume, 2), {0, 0, 4}));
    CHECK(near(volume.geometry.origin, {-10, -20, 30}));
    const auto values = volume.toFloat();
    for (std::size_t i = 0; i < values.size(); ++i) CHECK_EQ(values[i], static_cast<float>(i));
    CHECK(volume.notes.empty());
}

TEST(all_scalar_types_are_read) {
    const TemporaryFolder folder;
    const std::pair<int, int> types[] = {{2, 8},  {256, 8},   {512, 16},  {4, 16},  {768, 32},
                                         {8, 32}, {1280, 64}, {1024, 64}, {16, 32}, {64, 64}};
    for (const auto& [code, bits] : types) {
        for (const int version : {1, 2}) {
            for (const bool big : {false, true}) {
                NiftiFile file(version, big);
                file.dim({2, 2, 1})
                    .datatype(code, bits)
                    .sform(2, {2, 0, 0, 5, 0, 3, 0, 6, 0, 0, 4, 7})
                    .voxels({1, 2, 3, 100});
                file.save(folder / "t.nii");
                const auto volume = readVolume(folder / "t.nii");
                CHECK(volume.toFloat() == (std::vector<float>{1, 2, 3, 100}));
                CHECK_EQ(sizeOf(volume.type) * 8, static_cast<std::size_t>(bits));
                CHECK_EQ(hasNote(volume, "big-endian"), big);
                CHECK(near(volume.geometry.spacing, {2, 3, 4}) && near(volume.geometry.origin, {-5, -6, 7}));
            }
        }
    }
}

TEST(pairs_are_read_from_either_file) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2}).save(folder / "pair.hdr");
    CHECK_EQ(sumOf(readVolume(folder / "pair.hdr")), 276);
    CHECK_EQ(findVolumes(folder / "pair.img", false)[0].path, folder / "pair.hdr");
    CHECK_EQ(sumOf(readVolume(folder / "pair.img")), 276);
    std::filesystem::remove(folder / "pair.img");
    CHECK_ERROR("image.missing", readVolume(folder / "pair.hdr"));
    smallNifti({4, 3, 2}).save(folder / "lone.hdr");
    std::filesystem::remove(folder / "lone.hdr");
    CHECK_ERROR("image.missing", readVolume(folder / "lone.img"));
}

TEST(scaled_volumes_keep_their_stored_type) {
    const TemporaryFolder folder;
    smallNifti({2, 1, 1}).scale(0.5, -3).save(folder / "s.nii");
    const auto volume = readVolume(folder / "s.nii");
    CHECK(volume.type == ScalarType::Int16);
    CHECK(volume.slope == 0.5 && volume.intercept == -3);
    CHECK(volume.toFloat() == (std::vector<float>{-3, -2.5f}));
    CHECK(hasNote(volume, "scaled"));
    smallNifti({2, 1, 1}).scale(0, 7).save(folder / "z.nii");  // slope 0: not scaled
    CHECK(readVolume(folder / "z.nii").toFloat() == (std::vector<float>{0, 1}));
}

TEST(frames_of_higher_dimensions_are_chosen) {
    const TemporaryFolder folder;
    smallNifti({2, 2, 1, 3, 2}).save(folder / "5d.nii.gz");
    auto source = findVolumes(folder / "5d.nii.gz", false).at(0);
    CHECK_EQ(source.frames, 6);
    source.frame = 4;
    const auto volume = readVolume(source);
    CHECK(volume.toFloat() == (std::vector<float>{16, 17, 18, 19}));
    CHECK(hasNote(volume, "frame 5 of 6"));
    source.frame = 6;
    CHECK_ERROR("image.size", readVolume(source));
}

TEST(sform_wins_over_a_qform_that_disagrees) {
    const TemporaryFolder folder;
    auto file = smallNifti({4, 3, 2});
    file.qform(1, {0, 0, 0}, {10, 20, 30}).save(folder / "same.nii");
    CHECK(!hasNote(readVolume(folder / "same.nii"), "disagree"));
    file.qform(1, {0, 0, 0}, {10, 20, 30.01}).save(folder / "other.nii");  // 0.0025 of a voxel
    const auto volume = readVolume(folder / "other.nii");
    CHECK(hasNote(volume, "sform and qform disagree"));
    CHECK(near(volume.geometry.origin, {-10, -20, 30}));
}

TEST(qform_places_the_grid_where_there_is_no_sform) {
    const TemporaryFolder folder;
    // A quarter turn about z: i runs along +y, j along -x (NIfTI-1 header, method 2); qfac -1 turns k round.
    auto file = smallNifti({4, 3, 2});
    file.sform(0, {}).qform(1, {0, 0, std::sqrt(0.5)}, {1, 2, 3}).pixdim({-1, 2, 3, 4}).save(folder / "q.nii");
    const auto volume = readVolume(folder / "q.nii");
    CHECK(near(step(volume, 0), {0, -2, 0}));
    CHECK(near(step(volume, 1), {3, 0, 0}));
    CHECK(near(step(volume, 2), {0, 0, -4}));
    CHECK(near(volume.geometry.origin, {-1, -2, 3}));
}

TEST(unusable_or_missing_orientations_are_noted) {
    const TemporaryFolder folder;
    auto file = smallNifti({4, 3, 2});
    file.sform(0, {}).save(folder / "none.nii");
    const auto none = readVolume(folder / "none.nii");
    CHECK(hasNote(none, "no orientation"));
    CHECK(none.geometry.spacing == (Vec3{2, 3, 4}));
    file.sform(1, {}).qform(1, {0, 0, 0}, {1, 2, 3}).save(folder / "zero.nii");  // all rows zero
    const auto zero = readVolume(folder / "zero.nii");
    CHECK(hasNote(zero, "sform is unusable"));
    CHECK(near(zero.geometry.origin, {-1, -2, 3}));
}

TEST(sheared_grids_are_kept) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2}).sform(1, {2, 0, 1, 0, 0, 3, 0, 0, 0, 0, 4, 0}).save(folder / "shear.nii");
    const auto volume = readVolume(folder / "shear.nii");
    CHECK(hasNote(volume, "right angles"));
    CHECK(near(step(volume, 2), {-1, 0, 4}));
    CHECK_NEAR(volume.geometry.spacing[2], std::sqrt(17.0), 1e-6);
}

TEST(metres_and_micrometres_become_millimetres) {
    const TemporaryFolder folder;
    auto file = smallNifti({4, 3, 2});
    file.units(3).save(folder / "um.nii");
    CHECK(near(readVolume(folder / "um.nii").geometry.spacing, {0.002, 0.003, 0.004}));
    file.units(1).save(folder / "m.nii");
    CHECK(near(readVolume(folder / "m.nii").geometry.spacing, {2000, 3000, 4000}, 1e-2));
    CHECK(hasNote(readVolume(folder / "m.nii"), "not in mm"));
}

TEST(voxels_that_are_no_numbers_are_counted) {
    const TemporaryFolder folder;
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    NiftiFile().dim({4, 1, 1}).datatype(16, 32).voxels({1, nan, infinity, 5}).save(folder / "nan.nii");
    CHECK(hasNote(readVolume(folder / "nan.nii"), "2 voxels are not a number"));
}

TEST(damaged_headers_end_in_a_clear_error) {
    const TemporaryFolder folder;
    const auto path = folder / "x.nii";
    for (const std::vector<std::int64_t>& sizes :
         {std::vector<std::int64_t>{0, 3, 2}, {-4, 3, 2}, {4, 0, 2}, {4, 3, -1}}) {
        auto file = smallNifti({4, 3, 2});
        file.dim(sizes).save(path);
        CHECK_ERROR("image.size", readVolume(path));
    }
    NiftiFile(2).dim({70000, 3, 2}).datatype(2, 8).save(path);
    CHECK_ERROR("image.size", readVolume(path));
    NiftiFile(2).dim({65535, 65535, 65535}).datatype(64, 64).save(path);
    CHECK_ERROR("image.size", readVolume(path));
    smallNifti({4, 3, 2}).dim({30000, 3000, 20}).save(path);
    CHECK_ERROR("image.truncated", readVolume(path));
    smallNifti({4, 3, 2}).dim({30000, 3000, 20}).save(folder / "x.nii.gz");  // more than gzip could have packed
    CHECK_ERROR("image.truncated", readVolume(folder / "x.nii.gz"));
    for (const int code : {128, 32, 1536, 1, 0, 99}) {  // RGB, complex, 128-bit float, bits, unknown, nonsense
        smallNifti({4, 3, 2}).datatype(code, 24).save(path);
        CHECK_ERROR("image.type", readVolume(path));
    }
}

TEST(files_that_are_cut_short_say_so) {
    const TemporaryFolder folder;
    const auto whole = smallNifti({40, 30, 20}).bytes();
    const auto packed = gzip(whole);
    for (const std::size_t length :
         {std::size_t(0), std::size_t(100), std::size_t(347), std::size_t(352), whole.size() - 1}) {
        writeBytes(folder / "cut.nii", Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
        CHECK_ERROR("image.truncated", readVolume(folder / "cut.nii"));
    }
    for (const std::size_t length : {std::size_t(0), packed.size() / 2, packed.size() - 9, packed.size() - 1}) {
        writeBytes(folder / "cut.nii.gz", Bytes(packed.begin(), packed.begin() + static_cast<std::ptrdiff_t>(length)));
        CHECK_ERROR("image.truncated", readVolume(folder / "cut.nii.gz"));
    }
    auto flipped = packed;
    flipped[flipped.size() - 6] ^= 1;  // the checksum
    writeBytes(folder / "flip.nii.gz", flipped);
    CHECK_ERROR("image.truncated", readVolume(folder / "flip.nii.gz"));
    writeText(folder / "text.nii", std::string(1000, 'x'));
    CHECK_ERROR("image.format", readVolume(folder / "text.nii"));
}

TEST(real_files_read_as_nibabel_reads_them) {
    // nibabel 5.0: last frame's size, number of frames, affine (RAS rows), sum, value at (nx-1, ny-1, 0).
    struct Expected {
        const char* file;
        std::array<std::int64_t, 3> size;
        int frames;
        std::array<double, 12> affine;
        double sum, corner;
    };
    const Expected all[] = {
        {"chaost2/image_1.nii.gz",
         {256, 256, 37},
         1,
         {-1.25, 0, 0, 192.653687, 0, 1.25, 0, -200.661285, 0, 0, 7.69999981, -77.0921631},
         318663968.0,
         0},
        {"cmr/image_1.nii.gz",
         {256, 256, 19},
         1,
         {-0.785056233, -0.633144915, 4.72019768, 95.2822189, -0.910703182, 0.144995332, -5.39393902, 212.23497,
          -0.341769516, 1.06799054, 3.53061628, -131.85437},
         346240870.0,
         0},
        {"ct/ct_torso.nii.gz",
         {122, 101, 112},
         1,
         {3, 0, 0, -177.956329, 0, 3, 0, 11.3190002, 0, 0, 3, 94.3017578},
         -496851173.0,
         -1000},
        {"hippocampus/image_001.nii.gz", {35, 51, 35}, 1, {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1}, 3968524.0, 122},
        {"odd/nifti/big.nii.gz", {64, 64, 21}, 1, {-4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 6, 0}, 11648.372022011292, 0},
        {"odd/nifti/air.hdr.gz",
         {79, 67, 64},
         1,
         {0, 0, 2.38523221, -75.7625351, 2.38975382, 0, 0, -110.762535, 0, -2.36648631, 0, 84.42556},
         11398461.247137904,
         0},
        {"odd/nifti/air2.hdr.gz",
         {79, 67, 64},
         1,
         {0, 0, 2.38523221, -75.7625351, 2.38975382, 0, 0, -110.762535, 0, -2.36648631, 0, 84.42556},
         11398461.247137904,
         0},
        {"odd/nifti/example_nifti2.nii.gz",
         {32, 20, 12},
         2,
         {-2, 0, 0, 117.855103, 0, 1.97371149, -0.355528235, -35.7229424, 0, 0.323207617, 2.17108178, -7.24879837},
         3465054.0,
         562},
        {"odd/nifti/functional.nii",
         {17, 21, 3},
         20,
         {-4, 0, 0, 32, 0, 4, 0, -40, 0, 0, 8, 0},
         3888072.273083091,
         3240.5662385225296},
        {"odd/nifti/anatomical.nii", {33, 41, 25}, 1, {-2, 0, 0, 32, 0, 2, 0, -40, 0, 0, 2, -16}, 284166082.0, 4064},
        {"odd/nifti/with_extension.nii.gz",
         {161, 191, 151},
         1,
         {-1, 0, 0, 80, 0, -1, 0, 80, 0, 0, -1, 85},
         1472871.0,
         0},
        {"odd/nifti/5D_small.nii",
         {1, 2, 3},
         3,
         {-6.92058535e-08, -0.00164801534, 0.999998629, -87.8934631, -0.991747499, 0.128206447, 0.000211217848,
          147.398468, 0.128206611, 0.991746128, 0.00163442397, -120.617279},
         1.9867660377640277,
         0.42996105551719666},
        {"odd/nifti/standard.nii.gz", {4, 5, 7}, 1, {1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 2, 0}, 7650.0, 0},
        {"odd/nifti/avg152T1_LR_nifti2.nii.gz",
         {91, 109, 91},
         1,
         {-2, 0, 0, 90, 0, 2, 0, -126, 0, 0, 2, -72},
         74825382.0,
         6}};
    const auto data = sharedFolder() / "data";
    for (const auto& expected : all) {
        auto source = findVolumes(data / expected.file, false).at(0);
        CHECK_EQ(source.frames, expected.frames);
        source.frame = source.frames - 1;
        const auto volume = readVolume(source);
        CHECK(volume.geometry.size == expected.size);
        CHECK_NEAR(sumOf(volume), expected.sum, 1e-7 * std::abs(expected.sum));
        const auto corner = static_cast<std::size_t>(expected.size[0] * expected.size[1] - 1);
        CHECK_NEAR(volume.toFloat()[corner], expected.corner, 1e-3);
        for (int row = 0; row < 3; ++row) {
            const double sign = row < 2 ? -1 : 1;
            for (int axis = 0; axis < 3; ++axis)
                CHECK_NEAR(sign * step(volume, axis)[row], expected.affine[static_cast<std::size_t>(row * 4 + axis)],
                           1e-6);
            CHECK_NEAR(sign * volume.geometry.origin[row], expected.affine[static_cast<std::size_t>(row * 4 + 3)],
                       1e-4);
        }
    }
}
