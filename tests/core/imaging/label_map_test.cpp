#include "core/imaging/label_map.h"

#include <cstring>

#include "tests/core/imaging/test_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace {

Volume make(const std::vector<double>& values) {
    Volume volume;
    volume.geometry.size = {static_cast<std::int64_t>(values.size()), 1, 1};
    volume.type = ScalarType::Float64;
    volume.voxels.resize(values.size() * 8);
    std::memcpy(volume.voxels.data(), values.data(), volume.voxels.size());
    return volume;
}

LabelMap numbered(std::array<std::int64_t, 3> size) {
    LabelMap map;
    map.geometry.size = size;
    for (std::int64_t i = 0; i < map.geometry.voxelCount(); ++i) map.voxels.push_back(static_cast<std::uint16_t>(i));
    return map;
}

}  // namespace

TEST(whole_numbers_are_labels_whatever_their_type) {
    CHECK(toLabelMap(make({0, 1, 65535})).voxels == (std::vector<std::uint16_t>{0, 1, 65535}));
    auto scaled = make({0, 255});
    scaled.slope = 0.003921568859368563;  // 1 / 255 as a float
    CHECK(toLabelMap(scaled).voxels == (std::vector<std::uint16_t>{0, 1}));
}

TEST(other_numbers_are_refused) {
    CHECK_ERROR("mask.values", toLabelMap(make({0, 0.5})));
    CHECK_ERROR("mask.values", toLabelMap(make({-1})));
    CHECK_ERROR("mask.values", toLabelMap(make({65536})));
    CHECK_ERROR("mask.values", toLabelMap(make({std::nan("")})));
}

TEST(slices_go_out_and_in_along_every_axis) {
    const auto map = numbered({3, 4, 5});
    CHECK_EQ(slice(map, 2, 1).at(2, 3), 2 + 3 * (3 + 4 * 1));
    CHECK_EQ(slice(map, 1, 1).at(2, 3), 2 + 3 * (1 + 4 * 3));
    CHECK_EQ(slice(map, 0, 1).at(2, 3), 1 + 3 * (2 + 4 * 3));
    for (const int axis : {0, 1, 2}) {
        LabelMap copy;
        copy.geometry = map.geometry;
        copy.voxels.resize(map.voxels.size());
        for (int i = 0; i < sliceLayout(map.geometry, axis).slices; ++i) setSlice(copy, axis, i, slice(map, axis, i));
        CHECK(copy.voxels == map.voxels);
    }
}

TEST(resampling_finds_the_nearest_voxel) {
    const auto map = numbered({4, 3, 2});
    CHECK(resample(map, map.geometry).voxels == map.voxels);

    auto finer = map.geometry;  // each voxel becomes two along i
    finer.size[0] = 8;
    finer.spacing[0] = 0.5;
    finer.origin[0] = -0.25;
    const auto doubled = resample(map, finer);
    for (std::size_t i = 0; i < doubled.voxels.size(); ++i) CHECK_EQ(doubled.voxels[i], map.voxels[i / 2]);

    auto turned = map.geometry;  // i and j swapped, i reversed, one voxel outside on each side
    turned.size = {3, 6, 2};
    turned.direction = {Vec3{0, 1, 0}, Vec3{-1, 0, 0}, Vec3{0, 0, 1}};
    turned.origin = {4, 0, 0};
    const auto result = resample(map, turned);
    CHECK_EQ(result.voxels[0], 0);                  // outside
    CHECK_EQ(result.voxels[1 + 3 * 1], 3 + 4 * 1);  // (i=1, j=1) is x = 3, y = 1
    CHECK_EQ(result.voxels[2 + 3 * 4 + 18], 0 + 4 * 2 + 12);
    CHECK_EQ(result.voxels[0 + 3 * 5], 0);  // outside
}

TEST(real_masks_are_labels) {
    const auto data = sharedFolder() / "data";
    const auto cmr = toLabelMap(readVolume(data / "cmr/label_1.nii.gz"));
    std::array<int, 65536> counts{};
    for (const auto id : cmr.voxels) ++counts[id];
    CHECK(counts[200] > 0 && counts[500] > 0 && counts[600] > 0);
    CHECK_EQ(counts[0] + counts[200] + counts[500] + counts[600], 256 * 256 * 19);
    toLabelMap(readVolume(data / "ct/ct_torso_labels.nii.gz"));
    const auto big = data / "odd/nifti/big.nii.gz";
    CHECK(CHECK_ERROR("mask.values", readLabelMap(big)).rfind(big.string() + " is no mask", 0) == 0);
}
