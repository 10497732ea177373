#include "core/labels/label_volume.h"

#include "core/labels/slice_runs.h"
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
        const auto before = slice;
        const auto same = volume.setSlice({axis, 1}, SliceRuns(slice));
        CHECK(same.box.empty() && same.labels.empty());
        slice.at(1, 2) = 999;
        slice.at(2, 3) = 0;
        const auto change = volume.setSlice({axis, 1}, SliceRuns(slice));
        const Plane plane{axis, 1};
        const auto lower = plane.voxel(1, 2), last = plane.voxel(2, 3);
        CHECK(change.box == (Box{lower, {last[0] + 1, last[1] + 1, last[2] + 1}}));
        CHECK(change.labels == (std::set<std::uint16_t>{before.at(1, 2), before.at(2, 3), 999}));
        CHECK_EQ(volume.at(last), 0);
        CHECK(volume.slice({axis, 1}) == slice);
    }
}

TEST(runs_are_written_across_the_ends_of_rows) {
    for (int axis = 0; axis < 3; ++axis) {
        LabelVolume volume({{3, 4, 5}, {1, 1, 1}});
        auto wanted = volume.slice({axis, 2});
        for (std::size_t pixel = 1; pixel + 1 < wanted.pixels.size(); ++pixel) wanted.pixels[pixel] = 7;
        const auto change = volume.setSlice({axis, 2}, SliceRuns(wanted));
        CHECK(volume.slice({axis, 2}) == wanted);
        CHECK_EQ(std::count(volume.voxels().begin(), volume.voxels().end(), 7),
                 static_cast<std::ptrdiff_t>(wanted.pixels.size()) - 2);
        CHECK(change.box == (Plane{axis, 2}.of(volume.grid().box())));
        CHECK(change.labels == std::set<std::uint16_t>{7});
    }
}

TEST(slices_of_another_size_are_refused) {
    auto volume = numbered();
    CHECK_ERROR("mask.size", volume.setSlice({2, 0}, SliceRuns(volume.slice({1, 0}))));
}

TEST(impossible_grids_are_refused) {
    CHECK_ERROR("labels.grid", LabelVolume({{0, 4, 5}, {1, 1, 1}}));
    CHECK_ERROR("labels.grid", LabelVolume({{3, 4, 70000}, {1, 1, 1}}));
    CHECK_ERROR("labels.grid", LabelVolume({{3, 4, 5}, {1, 0, 1}}));
    CHECK_EQ(LabelVolume({{1, 1, 1}, {1, 1, 1}}).voxels().size(), 1U);
}
