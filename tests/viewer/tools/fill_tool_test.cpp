#include "viewer/tools/fill_tool.h"

#include "tests/support/check.h"
#include "tests/viewer/tools/fake_context.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::viewer::test;
using labels::VoxelRuns;

namespace {

/// A ring of liver on two slices, open below; a spleen beside it.
const labels::test::Picture kRing{{"1111..22", "1..1..22", "1111...."}, {"........", "11......", "........"}};

struct Bench {
    FakeContext context{kRing};
    FillTool tool{context};
    Pointer pointer{tool, context.volume.grid(), {2, 0}};
};

}  // namespace

TEST(a_contour_is_filled_on_its_slice) {
    Bench bench;
    bench.pointer.click(1.2, 0.8);
    CHECK(bench.context.voxels(1) == (VoxelRuns{{0, 0, 0, 4}, {0, 1, 0, 4}, {0, 2, 0, 4}, {1, 1, 0, 2}}));
    CHECK_EQ(bench.context.committed.at(0).name, "Fill liver");
    CHECK_EQ(bench.context.committed.at(0).tool, "fill");
}

TEST(a_fill_in_3d_leaks_through_the_slices) {
    Bench bench;
    bench.context.drawing.fillVolume = true;
    bench.pointer.click(1, 1);
    CHECK(bench.context.committed.empty());  // it is asked first, see below
    bench.pointer.modifiers.shift = true;
    bench.pointer.click(1, 1);
    CHECK(bench.context.voxels(0).empty());  // the hole touches slice 1, and that the outside
    CHECK(bench.context.committed.at(0).slices == (std::vector<int>{0, 1}));
}

TEST(open_background_is_filled_with_shift_only) {
    Bench bench;
    const auto before = bench.context.volume.voxels();
    bench.pointer.click(5, 2);
    CHECK(bench.context.volume.voxels() == before);
    CHECK(bench.context.said.starts_with("this region reaches the edge"));
    CHECK(bench.context.committed.empty());
    bench.pointer.modifiers.shift = true;
    bench.pointer.click(5, 2);
    CHECK(labels::intersected(bench.context.voxels(1), {{0, 0, 4, 8}, {0, 2, 4, 8}}) ==
          (VoxelRuns{{0, 0, 4, 6}, {0, 2, 4, 8}}));
}

TEST(a_region_changes_its_label_or_goes) {
    Bench bench;
    bench.pointer.click(7, 0);
    CHECK(bench.context.voxels(2).empty());
    CHECK(labels::intersected(bench.context.voxels(1), {{0, 0, 6, 8}, {0, 1, 6, 8}}).size() == 2U);
    bench.pointer.click(7, 0, Button::Right);
    CHECK(bench.context.voxels(1) == (VoxelRuns{{0, 0, 0, 4}, {0, 1, 0, 1}, {0, 1, 3, 4}, {0, 2, 0, 4}, {1, 1, 0, 2}}));
    CHECK_EQ(bench.context.committed.at(1).name, "Erase region of liver");
    bench.pointer.click(1, 1, Button::Right);  // background has nothing to erase
    CHECK_EQ(bench.context.committed.size(), 2U);
}

TEST(the_range_bounds_the_fill) {
    Bench bench;
    for (int i = 4; i < 8; ++i) bench.context.values[bench.context.volume.grid().offset(i, 2, 0)] = i < 6 ? 100 : 200;
    bench.context.drawing.range = labels::IntensityRange{50, 150};
    bench.pointer.modifiers.control = true;
    bench.pointer.click(4, 2);
    CHECK(labels::intersected(bench.context.voxels(1), {{0, 2, 0, 8}}) == (VoxelRuns{{0, 2, 0, 6}}));
    bench.pointer.click(7, 2);
    CHECK_EQ(bench.context.said, "the value here is outside the intensity range");
}

TEST(locks_and_borders_hold) {
    Bench bench;
    bench.context.table[1].locked = true;
    bench.pointer.click(7, 0);
    CHECK_EQ(bench.context.said, "spleen is locked");
    bench.pointer.click(7, 0, Button::Right);
    CHECK_EQ(bench.context.said, "spleen is locked");
    bench.pointer.click(-3, 0);
    bench.pointer.click(1, 50);
    CHECK(!bench.pointer.press(1, 1, Button::Middle));
    CHECK(bench.context.committed.empty());
    bench.context.refuse = true;
    const auto before = bench.context.volume.voxels();
    CHECK_ERROR("project.full", bench.pointer.press(1, 1));
    CHECK(bench.context.volume.voxels() == before);
}
