#include "core/imaging/thumbnail.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace {

/// Voxels of value(i, j, k), axes along the patient's: i to the left, j to the back, k up (LPS).
template <class F>
Volume volumeOf(std::array<std::int64_t, 3> size, Vec3 spacing, F&& value) {
    Volume volume;
    volume.geometry.size = size;
    volume.geometry.spacing = spacing;
    volume.type = ScalarType::Int16;
    volume.voxels.resize(static_cast<std::size_t>(volume.geometry.voxelCount()) * 2);
    auto* voxels = reinterpret_cast<std::int16_t*>(volume.voxels.data());
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i) *voxels++ = static_cast<std::int16_t>(value(i, j, k));
    return volume;
}

}  // namespace

TEST(sides_follow_the_spacing) {
    const auto flat = [](int, int, int) { return 0; };
    const auto wide = thumbnail(volumeOf({200, 50, 3}, {1, 2, 5}, flat), 2);  // 200 x 100 mm
    CHECK_EQ(wide.width, 96);
    CHECK_EQ(wide.height, 48);
    const auto tall = thumbnail(volumeOf({10, 40, 3}, {2, 2, 5}, flat), 2, 20);  // 20 x 80 mm
    CHECK_EQ(tall.width, 5);
    CHECK_EQ(tall.height, 20);
    CHECK_EQ(thumbnail(volumeOf({1, 300, 3}, {1, 1, 5}, flat), 2).width, 1);
}

TEST(the_middle_slice_in_a_ct_window) {
    auto volume = volumeOf({4, 4, 3}, {1, 1, 5}, [](int i, int, int k) {
        return k != 1 ? 3000 : i == 0 ? -1000 : i == 1 ? -125 : i == 2 ? 75 : 275;
    });
    volume.modality = Modality::CT;
    const auto picture = thumbnail(volume, 2, 4);
    CHECK(
        (picture.pixels == std::vector<std::uint8_t>{0, 0, 128, 255, 0, 0, 128, 255, 0, 0, 128, 255, 0, 0, 128, 255}));
}

TEST(pixels_are_means_between_percentiles) {
    // 2 x 2 blocks: means 0, 150; the window is 0 .. 300 (all values are 0 or 300).
    const auto volume =
        volumeOf({4, 4, 1}, {1, 1, 1}, [](int i, int j, int) { return i >= 2 && (i + j) % 2 == 0 ? 300 : 0; });
    const auto picture = thumbnail(volume, 2, 2);
    CHECK((picture.pixels == std::vector<std::uint8_t>{0, 128, 0, 128}));
}

TEST(pictures_are_turned_as_radiologists_look) {
    // One bright voxel at the patient's left front head (i = 3, j = 0, k = 3) in each direction's middle slice.
    const auto marked = [](Geometry geometry, int axis) {
        auto volume = volumeOf({4, 4, 4}, {1, 1, 1}, [&](int i, int j, int k) {
            const std::array<int, 3> at{i, j, k};
            bool corner = true;
            for (int a = 0; a < 3; ++a) {
                // Grows towards left, towards the back, towards the head?
                const double towards = geometry.direction[static_cast<std::size_t>(a)][static_cast<std::size_t>(a)];
                const bool high = (a == 1) != (towards > 0);
                corner = corner && (a == axis || at[static_cast<std::size_t>(a)] == (high ? 3 : 0));
            }
            return corner ? 1000 : 0;
        });
        volume.geometry.direction = geometry.direction;
        volume.modality = Modality::CT;
        return thumbnail(volume, axis, 4);
    };
    Geometry turned;
    turned.direction = {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, -1}};
    for (const auto& geometry : {Geometry(), turned}) {
        CHECK_EQ(marked(geometry, 2).at(3, 0), 255);  // axial: left at the right, front above
        CHECK_EQ(marked(geometry, 1).at(3, 0), 255);  // coronal: left at the right, head above
        CHECK_EQ(marked(geometry, 0).at(0, 0), 255);  // sagittal: front at the left, head above
    }
    // The first axis runs up, the second to the left: a coronal slice is turned, too.
    auto volume = volumeOf({2, 3, 1}, {1, 1, 1}, [](int i, int j, int) { return i == 1 && j == 2 ? 1000 : 0; });
    volume.geometry.direction = {Vec3{0, 0, 1}, Vec3{1, 0, 0}, Vec3{0, 1, 0}};
    volume.modality = Modality::CT;
    const auto picture = thumbnail(volume, 2, 3);
    CHECK_EQ(picture.width, 3);
    CHECK_EQ(picture.at(2, 0), 255);
}
