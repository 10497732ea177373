// Outlines and fills, from the mouse to the project file.
#include <QCoreApplication>
#include <QKeyEvent>

#include "tests/ui/session/drawing_desk.h"
#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::test;
using ui::ToolKind;

namespace {

void pressKey(DrawingDesk& desk, Qt::Key key) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.viewer(), &event);
}

/// Clicks the corners of 9.5..20.5 x 14.5..30.5: pixels 10..20 x 15..30.
void clickRectangle(DrawingDesk& desk, Qt::MouseButton button = Qt::LeftButton) {
    for (const auto& [x, y] : {std::pair(9.5, 14.5), {20.5, 14.5}, {20.5, 30.5}, {9.5, 30.5}})
        desk.click(2, x, y, button);
}

bool rectangle(int i, int j, int k) {
    return k == 24 && i >= 10 && i <= 20 && j >= 15 && j <= 30;
}

}  // namespace

TEST(a_polygon_is_closed_by_enter) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Outline);
    clickRectangle(desk);
    desk.check([](int, int, int) { return 0; });
    CHECK_EQ(desk.editor().graphics(2, 24).lines.size(), 2U);
    pressKey(desk, Qt::Key_Return);
    desk.check([](int i, int j, int k) { return rectangle(i, j, k) ? 1 : 0; });
    CHECK_EQ(desk.project().nextUndo()->info.name, "Outline liver");
}

TEST(a_polygon_is_closed_at_its_first_corner_and_may_erase) {
    DrawingDesk desk;
    desk.draw([](int, int j, int k) { return k == 24 && j >= 20 ? 1 : 0; });
    desk.editor().setTool(ToolKind::Outline);
    clickRectangle(desk, Qt::RightButton);
    desk.click(2, 9.7, 14.7, Qt::RightButton);
    desk.check([](int i, int j, int k) { return k == 24 && j >= 20 && !rectangle(i, j, k) ? 1 : 0; });
}

TEST(a_lasso_is_closed_by_its_release) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Outline);
    desk.press(2, 9.5, 14.5);
    for (const auto& [x, y] : {std::pair(15., 14.5), {20.5, 14.5}, {20.5, 22.}, {20.5, 30.5}, {9.5, 30.5}})
        desk.move(2, x, y);
    desk.release(2, 9.5, 30.5);
    desk.check([](int i, int j, int k) { return rectangle(i, j, k) ? 1 : 0; });
}

TEST(backspace_takes_the_last_corner_and_escape_all) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Outline);
    clickRectangle(desk);
    pressKey(desk, Qt::Key_Backspace);
    desk.click(2, 9.5, 30.5);
    desk.click(2, 5, 5);
    pressKey(desk, Qt::Key_Backspace);
    pressKey(desk, Qt::Key_Return);
    desk.check([](int i, int j, int k) { return rectangle(i, j, k) ? 1 : 0; });
    clickRectangle(desk, Qt::RightButton);
    pressKey(desk, Qt::Key_Escape);
    CHECK(!desk.editor().busy());
    desk.check([](int i, int j, int k) { return rectangle(i, j, k) ? 1 : 0; });
}

TEST(the_fill_rule_decides_about_what_is_gone_around_twice) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Outline);
    const auto goTwice = [&] {
        clickRectangle(desk);
        for (const auto& [x, y] : {std::pair(9.5, 20.), {12.5, 14.6}, {17.5, 14.6}, {17.5, 27.5}, {12.5, 27.5}})
            desk.click(2, x, y);
        pressKey(desk, Qt::Key_Return);
    };
    // Well inside the second round, between the rounds, and outside both.
    const auto check = [&](int twice) {
        desk.check([=](int i, int j, int k) {
            if (k != 24 || i < 10 || i > 20 || j < 15 || j > 30) return k == 24 && i > 8 && i < 10 ? -1 : 0;
            if (i >= 13 && i <= 17 && j >= 21 && j <= 27) return twice;
            return i >= 18 && j >= 16 ? 1 : -1;
        });
    };
    goTwice();
    check(0);
    desk.project().undo();
    desk.settings().fillRule = labels::FillRule::NonZero;
    goTwice();
    check(1);
}

TEST(fill_takes_the_region_of_the_slice_or_of_the_volume) {
    DrawingDesk desk;
    // A closed box of spleen around 10..20 in all three directions.
    const auto wall = [](int i, int j, int k) {
        const auto in = [](int v, int lower, int upper) { return v >= lower && v <= upper; };
        return in(i, 10, 30) && in(j, 10, 30) && in(k, 10, 30) && !(in(i, 11, 29) && in(j, 11, 29) && in(k, 11, 29));
    };
    const auto inside = [](int i, int j, int k) { return i > 10 && i < 30 && j > 10 && j < 30 && k > 10 && k < 30; };
    const auto before = [&](int i, int j, int k) { return wall(i, j, k) ? 2 : 0; };
    desk.draw(before);
    desk.editor().setTool(ToolKind::Fill);
    desk.click(2, 20, 20);
    desk.check([&](int i, int j, int k) { return k == 24 && inside(i, j, k) ? 1 : before(i, j, k); });
    CHECK_EQ(desk.project().nextUndo()->info.name, "Fill liver");
    desk.click(2, 20, 20, Qt::RightButton);
    desk.check(before);
    desk.settings().fillVolume = true;
    desk.click(2, 20, 20);
    desk.check([&](int i, int j, int k) { return inside(i, j, k) ? 1 : before(i, j, k); });
    desk.click(2, 20, 20, Qt::RightButton);
    desk.check(before);
}

TEST(fill_keeps_to_a_range_with_control) {
    DrawingDesk desk([](int i, int, int) { return 10 * i; });
    desk.settings().range = labels::IntensityRange{150, 250};
    desk.editor().setTool(ToolKind::Fill);
    desk.click(2, 20, 20, Qt::LeftButton, Qt::ControlModifier);
    desk.check([](int i, int, int k) { return k == 24 && i >= 15 && i <= 25 ? 1 : 0; });
    desk.click(2, 40, 20, Qt::LeftButton, Qt::ControlModifier);
    CHECK_EQ(desk.said.toStdString(), "the value here is outside the intensity range");
}

TEST(the_range_is_taken_from_the_image_and_the_tool_before_comes_back) {
    DrawingDesk desk([](int i, int, int) { return i < 24 ? 100 : 300; });
    desk.editor().setTool(ToolKind::Fill);
    desk.editor().setTool(ToolKind::Range);
    desk.click(2, 35, 20);
    CHECK(desk.editor().tool() == ToolKind::Fill);
    CHECK((desk.editor().drawing().range == labels::IntensityRange{300, 300}));
    desk.settings() = desk.editor().drawing();
    desk.click(2, 30, 20, Qt::LeftButton, Qt::ControlModifier);
    desk.check([](int i, int, int k) { return k == 24 && i >= 24 ? 1 : 0; });
}
