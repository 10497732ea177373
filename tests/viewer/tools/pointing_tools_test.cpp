#include "viewer/tools/pointing_tools.h"

#include "tests/support/check.h"
#include "tests/viewer/tools/fake_context.h"
#include "viewer/tools/brush_tool.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::viewer::test;

namespace {

const labels::test::Picture kTwo{{"11..22"}, {"......"}};

}  // namespace

TEST(navigating_moves_the_crosshair) {
    FakeContext context(kTwo);
    NavigateTool tool(context);
    Pointer pointer(tool, context.volume.grid(), {1, 0});
    CHECK(pointer.press(2.5, 1));
    CHECK(context.crosshair == (imaging::Vec3{2.5, 0, 1}));
    CHECK(pointer.move(4, 0.5));
    CHECK(context.crosshair == (imaging::Vec3{4, 0, 0.5}));
    pointer.move(400, 0.5);  // dragged out
    CHECK(context.crosshair == (imaging::Vec3{4, 0, 0.5}));
    pointer.release(400, 0.5);
    CHECK(!pointer.move(1, 1));
    CHECK(!pointer.press(1, 1, Button::Right));  // the view zooms
    CHECK(context.crosshair == (imaging::Vec3{4, 0, 0.5}));
}

TEST(alt_picks_and_shift_points_in_every_tool) {
    FakeContext context(kTwo);
    BrushTool brush(context, BrushMode::Paint);
    PickTool pick(context);
    Pointer pointer(brush, context.volume.grid(), {2, 0});
    pointer.modifiers.alt = true;
    pointer.click(4.3, 0);
    CHECK_EQ(context.active, 2);
    pointer.click(3, 0);  // background is no label to draw with
    CHECK_EQ(context.active, 2);
    CHECK(context.committed.empty());
    pointer.modifiers = {true, false, false};
    pointer.move(3, 0);
    CHECK(context.crosshair == (imaging::Vec3{3, 0, 0}));

    Pointer click(pick, context.volume.grid(), {2, 0});
    click.click(0, 0);
    CHECK_EQ(context.active, 1);
    CHECK(!click.press(90, 0));
    context.open = false;
    CHECK(!click.press(0, 0));
}

TEST(dragging_changes_the_window) {
    FakeContext context(kTwo);
    WindowTool tool(context);
    Pointer pointer(tool, context.volume.grid(), {2, 0});
    context.shown = {0, 512};
    pointer.press(1, 0);
    pointer.move(3, 1);  // 20 device pixels right, 10 down: 2 units a pixel
    CHECK_NEAR(context.shown.width(), 552, 1e-9);
    CHECK_NEAR(context.shown.level(), 276, 1e-9);
    CHECK_EQ(context.said, "level 276, width 552");
    pointer.move(-1000, 0);
    CHECK_NEAR(context.shown.width(), 2, 1e-9);
    CHECK(pointer.key(Key::Escape));
    CHECK(context.shown == (Window{0, 512}));
    pointer.move(5, 5);
    CHECK(context.shown == (Window{0, 512}));
    pointer.release(5, 5);

    CHECK(pointer.key(Key::Other, "2"));
    CHECK(context.shown == (Window{-50, 50}));
    CHECK(!pointer.key(Key::Other, "3"));
    CHECK(!pointer.key(Key::Other, "0"));
    CHECK(!pointer.key(Key::Escape));
}

TEST(the_range_covers_all_that_was_passed) {
    FakeContext context(labels::Grid{{20, 8, 1}, {1, 1, 1}});
    for (std::size_t n = 0; n < context.values.size(); ++n) context.values[n] = n % 20 < 10 ? 100 : 300;
    RangeTool tool(context);
    Pointer pointer(tool, context.volume.grid(), {2, 0});
    CHECK(!pointer.press(3, 3, Button::Right));
    pointer.release(3, 3, Button::Right);
    CHECK(!context.drawing.range.has_value());
    pointer.press(3, 3);
    CHECK((context.drawing.range == labels::IntensityRange{100, 100}));
    pointer.move(16, 3);
    CHECK((context.drawing.range == labels::IntensityRange{100, 300}));
    CHECK(tool.busy());
    pointer.release(16, 3);
    CHECK(!tool.busy());
    pointer.click(16, 3);  // a new one
    CHECK((context.drawing.range == labels::IntensityRange{300, 300}));
}
