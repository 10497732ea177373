#include "viewer/tools/outline_tool.h"

#include <cmath>
#include <numbers>

#include "tests/support/check.h"
#include "tests/viewer/tools/fake_context.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::viewer::test;
using labels::VoxelRuns;

namespace {

const labels::Grid kGrid{{20, 12, 4}, {1, 1, 1}};

struct Bench {
    FakeContext context{kGrid};
    OutlineTool tool{context};
    Pointer pointer{tool, kGrid, {2, 2}};
};

const VoxelRuns kSquare{{2, 3, 2, 6}, {2, 4, 2, 6}};  // centres within (1.5, 2.5) .. (5.5, 4.5)

void threeCorners(Pointer& pointer) {
    pointer.click(1.5, 2.5);
    pointer.click(5.5, 2.5);
    pointer.click(5.5, 4.5);
}

}  // namespace

TEST(corners_are_closed_in_three_ways) {
    for (int way = 0; way < 3; ++way) {
        Bench bench;
        threeCorners(bench.pointer);
        bench.pointer.click(1.5, 4.5);
        CHECK(bench.tool.busy());
        CHECK(bench.context.voxels(1).empty());
        if (way == 0) bench.pointer.press(1.5, 4.5, Button::Left, PointerAction::DoubleClick);
        if (way == 1) CHECK(bench.pointer.key(Key::Enter));
        if (way == 2) bench.pointer.press(1.6, 2.6);
        bench.pointer.release(1.5, 4.5);
        CHECK(!bench.tool.busy());
        CHECK(bench.context.voxels(1) == kSquare);
        CHECK_EQ(bench.context.committed.at(0).name, "Outline liver");
    }
}

TEST(one_drag_is_a_lasso) {
    Bench bench;
    bench.pointer.press(15, 6);
    for (int n = 1; n < 40; ++n) {
        const double angle = 2 * std::numbers::pi * n / 40;
        bench.pointer.move(10 + 5 * std::cos(angle), 6 + 5 * std::sin(angle));
    }
    CHECK(bench.context.committed.empty());
    bench.pointer.release(15, 6);
    CHECK(!bench.tool.busy());
    CHECK_EQ(bench.context.committed.size(), 1U);
    // Within the 40-gon: everything nearer than 5 cos(pi / 40) = 4.985, nothing farther than 5.
    const auto nearer = [](double radius) {
        return labels::runsWhere(labels::Plane{2, 2}.of(kGrid.box()),
                                 [=](int i, int j, int) { return std::hypot(i - 10, j - 6) < radius; });
    };
    CHECK(labels::subtracted(nearer(4.98), bench.context.voxels(1)).empty());
    CHECK(labels::subtracted(bench.context.voxels(1), nearer(5.01)).empty());
}

TEST(the_right_button_cuts_out) {
    Bench bench;
    for (int j = 0; j < 12; ++j)
        for (int i = 0; i < 20; ++i) bench.context.volume.row(j, 2)[i] = i < 5 ? 1 : 2;
    for (const auto& [x, y] : {std::pair(1.5, 2.5), {5.5, 2.5}, {5.5, 4.5}, {1.5, 4.5}})
        bench.pointer.click(x, y, Button::Right);
    bench.pointer.key(Key::Enter);
    // Only the active label.
    CHECK(labels::runsOf(bench.context.volume, 0, labels::Plane{2, 2}.of(kGrid.box())) ==
          (VoxelRuns{{2, 3, 2, 5}, {2, 4, 2, 5}}));
    CHECK_EQ(bench.context.committed.at(0).name, "Erase inside outline, liver");
}

TEST(corners_can_be_taken_back) {
    Bench bench;
    threeCorners(bench.pointer);
    bench.pointer.click(18, 11);
    CHECK(bench.pointer.key(Key::Backspace));
    bench.pointer.click(1.5, 4.5);
    bench.pointer.key(Key::Enter);
    CHECK(bench.context.voxels(1) == kSquare);

    bench.pointer.on({2, 3});
    threeCorners(bench.pointer);
    bench.pointer.press(8, 8);  // a part drawn freely goes as a whole
    for (int n = 0; n < 9; ++n) bench.pointer.move(9 + n, 8 + n % 2);
    bench.pointer.release(17, 8);
    CHECK(bench.pointer.key(Key::Backspace));
    CHECK_EQ(bench.tool.graphics(2, 3).lines[0].points.size(), 3U);
    for (int n = 0; n < 3; ++n) CHECK(bench.pointer.key(Key::Backspace));
    CHECK(!bench.tool.busy());
    CHECK(!bench.pointer.key(Key::Backspace));  // reject a proposal
}

TEST(escape_and_other_tools_drop_the_outline) {
    Bench bench;
    threeCorners(bench.pointer);
    CHECK(bench.pointer.key(Key::Escape));
    CHECK(!bench.tool.busy());
    bench.pointer.press(2, 2);
    bench.pointer.move(9, 9);
    bench.pointer.key(Key::Escape);
    bench.pointer.move(9, 2);
    bench.pointer.release(9, 2);
    threeCorners(bench.pointer);
    bench.tool.deactivate();
    CHECK(bench.context.committed.empty());
    CHECK(bench.context.voxels(1).empty());
}

TEST(an_outline_stays_on_its_slice) {
    Bench bench;
    threeCorners(bench.pointer);
    bench.pointer.on({2, 3});
    bench.pointer.click(9, 9);
    CHECK_EQ(bench.context.said, "close the outline on its slice first, or press Escape");
    bench.pointer.on({1, 2});
    bench.pointer.click(9, 1);
    bench.pointer.on({2, 2});
    bench.pointer.click(1.5, 4.5);
    bench.pointer.key(Key::Enter);
    CHECK(bench.context.voxels(1) == kSquare);
    CHECK(bench.context.committed.at(0).slices == std::vector<int>{2});
}

TEST(corners_and_drags_mix) {
    Bench bench;
    bench.pointer.click(1.5, 2.5);
    bench.pointer.press(5.5, 2.5);
    bench.pointer.move(5.5, 3.5);
    bench.pointer.move(5.5, 4.5);
    bench.pointer.release(5.5, 4.5);
    CHECK(bench.tool.busy());
    bench.pointer.click(1.5, 4.5);
    bench.pointer.press(1.5, 2.5);  // the first corner
    CHECK(bench.context.voxels(1) == kSquare);
}

TEST(locks_hold_inside_outlines) {
    Bench bench;
    bench.context.volume.row(3, 2)[4] = 3;
    threeCorners(bench.pointer);
    bench.pointer.click(1.5, 4.5);
    bench.pointer.key(Key::Enter);
    CHECK(bench.context.voxels(3) == (VoxelRuns{{2, 3, 4, 5}}));
    CHECK(bench.context.voxels(1) == labels::subtracted(kSquare, {{2, 3, 4, 5}}));
    CHECK_EQ(bench.context.said, "kidney is locked");
}

TEST(the_outline_is_drawn_with_its_closing_line) {
    Bench bench;
    CHECK(bench.tool.graphics(2, 2).lines.empty());
    threeCorners(bench.pointer);
    bench.pointer.move(3, 8);
    const auto graphics = bench.tool.graphics(2, 2);
    CHECK_EQ(graphics.lines.size(), 2U);
    CHECK(graphics.lines[0].points == (std::vector<SlicePoint>{{1.5, 2.5}, {5.5, 2.5}, {5.5, 4.5}}));
    CHECK(graphics.lines[1].points == (std::vector<SlicePoint>{{5.5, 4.5}, {3, 8}, {1.5, 2.5}}));
    CHECK(bench.tool.graphics(2, 1).lines.empty());
}
