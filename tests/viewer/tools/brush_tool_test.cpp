#include "viewer/tools/brush_tool.h"

#include <cmath>

#include "tests/support/check.h"
#include "tests/viewer/tools/fake_context.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::viewer::test;
using labels::VoxelRuns;
using labels::test::Numbers;

namespace {

const labels::Grid kGrid{{40, 30, 5}, {1, 1, 3}};

struct Bench {
    explicit Bench(BrushMode mode = BrushMode::Paint, double radius = 2)
        : tool(context, mode), pointer(tool, kGrid, {2, 1}) {
        context.drawing.tip.radius = radius;
    }
    FakeContext context{kGrid};
    BrushTool tool;
    Pointer pointer;
};

/// Pixels of the slice k within `radius` of the path, by brute force.
VoxelRuns within(double radius, const std::vector<labels::Point2>& path, int k) {
    return labels::runsWhere(labels::Plane{2, k}.of(kGrid.box()), [&](int i, int j, int) {
        for (std::size_t n = 0; n + 1 < path.size(); ++n) {
            const auto &a = path[n], &b = path[n + 1];
            const double squared = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
            const double t =
                squared == 0 ? 0 : std::clamp(((i - a.x) * (b.x - a.x) + (j - a.y) * (b.y - a.y)) / squared, 0.0, 1.0);
            if (std::hypot(i - a.x - t * (b.x - a.x), j - a.y - t * (b.y - a.y)) <= radius) return true;
        }
        return false;
    });
}

}  // namespace

TEST(sparse_fast_strokes_have_no_gaps) {
    Numbers random(4);
    for (int n = 0; n < 20; ++n) {
        Bench bench;
        std::vector<labels::Point2> path;
        for (int at = 0; at < 6; ++at)
            path.push_back({50 * random.unit() - 5, 40 * random.unit() - 5});  // far apart, outside too
        bench.pointer.press(path[0].x, path[0].y);
        for (std::size_t at = 1; at < path.size(); ++at) bench.pointer.move(path[at].x, path[at].y);
        const auto expected = within(2, path, 1);
        CHECK(bench.context.voxels(1) == expected);  // on screen before the release
        CHECK(bench.context.committed.empty());
        bench.pointer.release(path.back().x, path.back().y);
        CHECK(bench.context.voxels(1) == expected);
        CHECK_EQ(bench.context.committed.size(), expected.empty() ? 0U : 1U);
        CHECK(!bench.tool.busy());
    }
}

TEST(strokes_over_proposals_choose_and_draw_nothing) {
    Bench bench(BrushMode::Proposals);
    bench.pointer.press(10, 10);
    bench.pointer.move(20, 10);
    CHECK(bench.tool.busy());
    CHECK_EQ(bench.tool.graphics(2, 1).lines.size(), 2U);  // the way and the tip
    bench.pointer.release(20, 10);
    CHECK_EQ(bench.context.chosen.size(), 1U);
    CHECK(bench.context.chosen[0].first == within(2, {{10, 10}, {20, 10}}, 1));
    CHECK(bench.context.chosen[0].second);
    bench.pointer.click(30, 10, Button::Right);
    CHECK(bench.context.chosen[1].first == within(2, {{30, 10}, {30, 10}}, 1));
    CHECK(!bench.context.chosen[1].second);
    bench.pointer.press(5, 5);
    bench.pointer.key(Key::Escape);
    bench.pointer.release(5, 5);
    CHECK_EQ(bench.context.chosen.size(), 2U);
    CHECK(bench.context.voxels(1).empty() && bench.context.committed.empty());
}

TEST(one_stroke_is_one_named_commit) {
    Bench bench;
    bench.pointer.press(10, 10);
    bench.pointer.move(20, 10);
    bench.pointer.release(20, 12);
    CHECK_EQ(bench.context.committed.size(), 1U);
    const auto& edit = bench.context.committed[0];
    CHECK_EQ(edit.name, "Brush liver");
    CHECK_EQ(edit.tool, "brush");
    CHECK(edit.slices == std::vector<int>{1});
    CHECK_NEAR(edit.seconds, 0.2, 1e-9);
    CHECK(bench.context.changed == (labels::Box{{8, 8, 1}, {23, 15, 2}}));

    bench.pointer.click(10, 10);  // all painted already: nothing to undo
    CHECK_EQ(bench.context.committed.size(), 1U);
}

TEST(a_release_outside_or_lost_ends_the_stroke) {
    Bench bench;
    bench.pointer.press(5, 5);
    bench.pointer.release(-300, 5);
    CHECK(bench.context.voxels(1) == within(2, {{5, 5}, {-300, 5}}, 1));
    CHECK_EQ(bench.context.committed.size(), 1U);

    bench.pointer.press(30, 20);
    bench.pointer.loseRelease();
    bench.pointer.move(30, 25);
    CHECK_EQ(bench.context.committed.size(), 2U);
    bench.pointer.move(10, 25);
    CHECK(bench.context.voxels(1) ==
          labels::united(within(2, {{5, 5}, {-300, 5}}, 1), within(2, {{30, 20}, {30, 20}}, 1)));
}

TEST(a_press_begins_a_stroke_of_its_own) {
    Bench bench;
    bench.pointer.press(5, 5);
    bench.pointer.loseRelease();  // a pen tells nothing between two strokes
    bench.pointer.press(30, 20);
    CHECK_EQ(bench.context.committed.size(), 1U);
    bench.pointer.release(32, 20);
    CHECK_EQ(bench.context.committed.size(), 2U);
    CHECK(bench.context.voxels(1) ==
          labels::united(within(2, {{5, 5}, {5, 5}}, 1), within(2, {{30, 20}, {32, 20}}, 1)));
}

TEST(escape_takes_the_stroke_back) {
    Bench bench;
    bench.context.volume.row(5, 1)[5] = 2;
    const auto before = bench.context.volume.voxels();
    bench.pointer.press(5, 5);
    bench.pointer.move(25, 20);
    CHECK(bench.context.volume.voxels() != before);
    bench.context.changed = {};
    CHECK(bench.pointer.key(Key::Escape));
    CHECK(bench.context.volume.voxels() == before);
    CHECK(!bench.context.changed.empty());
    bench.pointer.move(30, 20);  // the button is still down
    bench.pointer.release(30, 20);
    CHECK(bench.context.volume.voxels() == before);
    CHECK(bench.context.committed.empty());
    CHECK(!bench.pointer.key(Key::Escape));  // now it means navigate
}

TEST(another_button_does_not_disturb_a_stroke) {
    Bench bench;
    bench.pointer.press(5, 5);
    bench.pointer.press(10, 5, Button::Right);
    bench.pointer.move(15, 5);
    bench.pointer.release(15, 5, Button::Right);
    CHECK(bench.tool.busy());
    bench.pointer.move(20, 5);
    bench.pointer.release(20, 5);
    CHECK(bench.context.voxels(1) == within(2, {{5, 5}, {20, 5}}, 1));
    CHECK_EQ(bench.context.committed.size(), 1U);
}

TEST(right_button_eraser_and_pen_end_erase) {
    for (int way = 0; way < 3; ++way) {
        Bench bench(way == 1 ? BrushMode::Erase : BrushMode::Paint, 1);
        for (int i = 0; i < 40; ++i) bench.context.volume.row(10, 1)[i] = i < 20 ? 1 : 2;
        if (way == 2) bench.pointer.device = PointerDevice::Eraser;
        const auto button = way == 0 ? Button::Right : Button::Left;
        bench.pointer.press(15, 10, button);
        bench.pointer.move(25, 10);
        bench.pointer.release(25, 10, button);
        CHECK(bench.context.voxels(1) == (VoxelRuns{{1, 10, 0, 14}}));
        CHECK(bench.context.voxels(2) == (VoxelRuns{{1, 10, 20, 40}}));  // not the active label
        CHECK_EQ(bench.context.committed.at(0).name, "Erase liver");

        bench.context.drawing.eraseEveryLabel = true;
        bench.pointer.press(15, 10, button);
        bench.pointer.release(25, 10, button);
        CHECK(bench.context.voxels(2) == (VoxelRuns{{1, 10, 27, 40}}));
    }
}

TEST(what_stops_the_brush_is_said) {
    Bench bench(BrushMode::Paint, 1);
    for (int i = 10; i < 40; ++i) bench.context.volume.row(10, 1)[i] = i < 20 ? 3 : 4;
    bench.pointer.press(5, 10);
    CHECK_EQ(bench.context.said, "");
    bench.pointer.move(12, 10);
    CHECK_EQ(bench.context.said, "kidney is locked");
    bench.pointer.release(12, 10);
    CHECK(bench.context.voxels(3) == (VoxelRuns{{1, 10, 10, 20}}));

    bench.context.drawing.over = labels::PaintOver::Visible;
    bench.context.drawing.tip.radius = 0.5;
    bench.pointer.click(30, 10);
    CHECK_EQ(bench.context.said, "fat is not painted over");
    bench.context.drawing.over = labels::PaintOver::Everything;

    bench.context.drawing.range = labels::IntensityRange{40, 99.5};
    bench.pointer.modifiers.control = true;
    bench.pointer.click(30, 20);
    CHECK_EQ(bench.context.said, "outside 40..99.5");
    bench.context.values[kGrid.offset(31, 20, 1)] = 50;  // something to do: the rest is as the user wanted it
    bench.context.drawing.tip.radius = 2;
    bench.pointer.click(30, 20);
    CHECK_EQ(bench.context.said, "");
    CHECK(labels::clipped(bench.context.voxels(1), {{20, 15, 1}, {40, 25, 2}}) == (VoxelRuns{{1, 20, 31, 32}}));
    bench.pointer.modifiers.control = false;
    bench.pointer.click(30, 20);
    CHECK_EQ(bench.context.said, "");
    CHECK_EQ(bench.context.volume.at({30, 20, 1}), 1);

    const auto edits = bench.context.committed.size();
    bench.context.active = 3;
    bench.pointer.click(5, 20);
    CHECK_EQ(bench.context.said, "kidney is locked");
    bench.context.active = 0;
    bench.pointer.click(5, 20);
    CHECK_EQ(bench.context.said, "choose a label to draw with");
    bench.context.active = 1;
    bench.context.blocked = Message{"project.readonly", "the project is open elsewhere", {}};
    bench.pointer.click(5, 20);
    CHECK_EQ(bench.context.said, "the project is open elsewhere");
    bench.context.open = false;
    bench.pointer.click(5, 20);
    CHECK_EQ(bench.context.said, "open a volume to draw on");
    CHECK_EQ(bench.context.committed.size(), edits);
}

TEST(control_without_a_range_keeps_to_the_start) {
    Bench bench(BrushMode::Paint, 6);
    for (int j = 0; j < 30; ++j)
        for (int i = 0; i < 40; ++i)
            bench.context.values[kGrid.offset(i, j, 1)] = i < 20 ? 100.0F + static_cast<float>(i % 2) : 300;
    bench.pointer.modifiers.control = true;
    bench.pointer.press(16, 15);
    bench.pointer.release(19, 15);
    for (int i = 20; i < 40; ++i) CHECK_EQ(bench.context.volume.at({i, 15, 1}), 0);
    CHECK_EQ(bench.context.volume.at({19, 15, 1}), 1);
}

TEST(the_adaptive_brush_does_not_jump_over_a_border) {
    Bench bench(BrushMode::Paint, 8);
    bench.context.drawing.adaptive = true;
    for (int j = 0; j < 30; ++j) bench.context.values[kGrid.offset(12, j, 1)] = 300;  // a wall between two equal areas
    bench.pointer.press(8, 15);
    bench.pointer.release(8, 16);
    CHECK(bench.context.voxels(1) == labels::clipped(within(8, {{8, 15}, {8, 16}}, 1), {{0, 0, 0}, {12, 30, 5}}));
}

TEST(a_failed_commit_takes_the_stroke_back) {
    Bench bench;
    bench.context.refuse = true;
    const auto before = bench.context.volume.voxels();
    bench.pointer.press(10, 10);
    CHECK_ERROR("project.full", bench.pointer.release(12, 10));
    CHECK(bench.context.volume.voxels() == before);
    CHECK(!bench.tool.busy());
    bench.context.refuse = false;
    bench.pointer.click(10, 10);
    CHECK_EQ(bench.context.committed.size(), 1U);
}

TEST(choosing_another_tool_keeps_the_stroke) {
    Bench bench;
    bench.pointer.press(10, 10);
    bench.tool.deactivate();
    CHECK_EQ(bench.context.committed.size(), 1U);
    CHECK(bench.context.voxels(1) == within(2, {{10, 10}, {10, 10}}, 1));
}

TEST(sizes_change_by_wheel_and_keys) {
    Bench bench(BrushMode::Paint, 5);
    CHECK(!bench.pointer.wheel(1));  // slices
    CHECK(bench.pointer.wheel(1, {true, false, false}));
    CHECK_NEAR(bench.context.drawing.tip.radius, 6, 1e-12);  // 5.75 in halves
    CHECK(bench.pointer.key(Key::Other, "["));
    CHECK_NEAR(bench.context.drawing.tip.radius, 5, 1e-12);
    for (int n = 0; n < 100; ++n) bench.pointer.key(Key::Other, "[");
    CHECK_NEAR(bench.context.drawing.tip.radius, 0.5, 1e-12);
    CHECK(bench.pointer.key(Key::Other, "]"));
    CHECK_NEAR(bench.context.drawing.tip.radius, 1, 1e-12);
    for (int n = 0; n < 100; ++n) bench.pointer.key(Key::Other, "]");
    CHECK_NEAR(bench.context.drawing.tip.radius, 200, 1e-12);
    CHECK(!bench.pointer.key(Key::Other, "b"));
    CHECK(bench.context.settingChanges > 200);
}

TEST(pressure_narrows_a_pen) {
    Bench bench(BrushMode::Paint, 4);
    bench.context.drawing.pressureSizes = true;
    bench.pointer.pressure = 0.5;
    bench.pointer.click(10, 10);  // a mouse has none
    CHECK(bench.context.voxels(1) == within(4, {{10, 10}, {10, 10}}, 1));
    bench.pointer.device = PointerDevice::Pen;
    bench.pointer.press(30, 10);
    CHECK(labels::clipped(bench.context.voxels(1), {{20, 0, 0}, {40, 30, 5}}) == within(2, {{30, 10}, {30, 10}}, 1));
}

TEST(every_plane_and_the_ball) {
    for (int axis = 0; axis < 3; ++axis) {
        Bench bench(BrushMode::Paint, 1);
        bench.pointer.on({axis, 2});
        bench.pointer.click(3, 3);
        const auto plane = labels::Plane{axis, 2};
        VoxelRuns cross;
        for (const auto& [x, y] : {std::pair(3, 3), {2, 3}, {4, 3}, {3, 2}, {3, 4}}) {
            const auto v = plane.voxel(x, y);
            if (kGrid.box().contains(v)) cross.push_back({v[2], v[1], v[0], v[0] + 1});
        }
        labels::normalize(cross);
        CHECK(bench.context.voxels(1) == cross);
    }
    Bench bench(BrushMode::Paint, 3);
    bench.context.drawing.ball = true;
    bench.context.drawing.tip.unit = labels::LengthUnit::Millimetres;  // slices are 3 mm apart
    bench.pointer.click(20, 15);
    CHECK(labels::clipped(bench.context.voxels(1), {{0, 0, 1}, {40, 30, 2}}) == within(3, {{20, 15}, {20, 15}}, 1));
    CHECK(labels::clipped(bench.context.voxels(1), {{0, 0, 2}, {40, 30, 3}}) == (VoxelRuns{{2, 15, 20, 21}}));
    CHECK(bench.context.committed.at(0).slices == (std::vector<int>{0, 1, 2}));
}

TEST(scrolling_during_a_stroke_sets_the_tip_down_anew) {
    Bench bench(BrushMode::Paint, 1);
    bench.pointer.press(5, 5);
    bench.pointer.on({2, 3});
    bench.pointer.move(30, 20);
    bench.pointer.release(30, 20);
    CHECK(bench.context.voxels(1) ==
          labels::united(within(1, {{5, 5}, {5, 5}}, 1), within(1, {{30, 20}, {30, 20}}, 3)));
    CHECK(bench.context.committed.at(0).slices == (std::vector<int>{1, 3}));
}

TEST(the_cursor_is_the_tip) {
    Bench bench(BrushMode::Paint, 2);
    bench.context.drawing.tip.unit = labels::LengthUnit::Millimetres;
    bench.pointer.on({1, 7});
    bench.pointer.move(10, 2);
    const auto graphics = bench.tool.graphics(1, 7);
    CHECK_EQ(graphics.lines.size(), 1U);
    for (const auto& point : graphics.lines[0].points)
        CHECK_NEAR(std::hypot(point.x - 10, 3 * (point.y - 2)), 2, 1e-9);  // x = i (1 mm), y = k (3 mm)
    CHECK(bench.tool.graphics(1, 8).lines.empty());
    CHECK(bench.tool.graphics(2, 7).lines.empty());
}
