#include "core/labels/label_volume.h"

#include "core/labels/run_length.h"
#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;

namespace {

/// Voxel (i, j, k) of 3 x 4 x 5 holds 100 i + 10 j + k.
LabelVolume numbered() {
    LabelVolume volume({{3, 4, 5}, {1, 1, 1}});
    for (int k = 0; k < 5; ++k)
        for (int j = 0; j < 4; ++j)
            for (int i = 0; i < 3; ++i) volume.row(j, k)[i] = static_cast<std::uint16_t>(100 * i + 10 * j + k);
    return volume;
}

}  // namespace

TEST(slices_follow_the_project_order) {
    const auto volume = numbered();
    const auto axial = volume.slice({2, 4}), coronal = volume.slice({1, 3}), sagittal = volume.slice({0, 2});
    CHECK_EQ(axial.width, 3);
    CHECK_EQ(axial.height, 4);
    CHECK_EQ(axial.at(2, 1), 214);
    CHECK_EQ(coronal.width, 3);
    CHECK_EQ(coronal.height, 5);
    CHECK_EQ(coronal.at(1, 2), 132);
    CHECK_EQ(sagittal.width, 4);
    CHECK_EQ(sagittal.height, 5);
    CHECK_EQ(sagittal.at(3, 1), 231);
}

TEST(a_slice_says_what_it_changed) {
    for (int axis = 0; axis < 3; ++axis) {
        auto volume = numbered();
        auto slice = volume.slice({axis, 1});
        CHECK(volume.setSlice({axis, 1}, slice).empty());
        slice.at(1, 2) = 999;
        slice.at(2, 3) = 998;
        const auto changed = volume.setSlice({axis, 1}, slice);
        const Plane plane{axis, 1};
        const auto lower = plane.voxel(1, 2), last = plane.voxel(2, 3);
        CHECK(changed == (Box{lower, {last[0] + 1, last[1] + 1, last[2] + 1}}));
        CHECK_EQ(volume.at(last), 998);
        CHECK(volume.slice({axis, 1}) == slice);
    }
}

TEST(slices_travel_in_the_project_code) {
    const auto volume = numbered();
    LabelVolume copy(volume.grid());
    for (int j = 0; j < 4; ++j) {
        CHECK(volume.encodedSlice({1, j}) == encodeRuns(volume.slice({1, j})));
        copy.setEncodedSlice({1, j}, volume.encodedSlice({1, j}));
    }
    CHECK(copy.voxels() == volume.voxels());
    CHECK_ERROR("runs.damaged", copy.setEncodedSlice({1, 0}, {3, 5, 1}));
    CHECK_ERROR("mask.size", copy.setEncodedSlice({2, 0}, volume.encodedSlice({1, 0})));
}

TEST(impossible_grids_are_refused) {
    CHECK_ERROR("labels.grid", LabelVolume({{0, 4, 5}, {1, 1, 1}}));
    CHECK_ERROR("labels.grid", LabelVolume({{3, 4, 70000}, {1, 1, 1}}));
    CHECK_ERROR("labels.grid", LabelVolume({{3, 4, 5}, {1, 0, 1}}));
    CHECK_EQ(LabelVolume({{1, 1, 1}, {1, 1, 1}}).voxels().size(), 1U);
}
