// Brush and eraser, from the mouse to the project file. The tip's radius is 2.5 voxels: offsets up to (2, 1) are in it, (2, 2) is not.
#include <QTest>
#include <cstdlib>

#include "tests/ui/session/drawing_desk.h"
#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::test;
using labels::PaintOver;
using ui::ToolKind;

namespace {

/// A stroke of the brush on slice 24 of the axial view.
void stroke(DrawingDesk& desk, int fromX, int fromY, int toX, int toY, Qt::MouseButton button = Qt::LeftButton,
            Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    desk.settings().tip.radius = 2.5;
    desk.press(2, fromX, fromY, button, modifiers);
    desk.move(2, toX, toY, modifiers);
    desk.release(2, toX, toY);
}

bool underStroke(int i, int j, int k) {
    return k == 24 && nearSegment(i, j, 10, 12, 30, 22, 2.5);
}

std::string lastEdit(DrawingDesk& desk) {
    const auto edit = desk.project().nextUndo();
    return edit ? edit->info.name : "";
}

}  // namespace

TEST(looking_counts_and_the_edit_says_what_it_was_about) {
    DrawingDesk desk;
    desk.editor().setTool(ui::ToolKind::Brush);
    desk.click(2, 10, 10);
    QTest::qWait(300);
    desk.click(2, 30, 30);
    const auto edit = desk.project().nextUndo()->info;
    CHECK(edit.activeSeconds >= 0.29);
    CHECK_EQ(edit.details, "{\"volume\":1,\"label\":1,\"changed\":[[24,1]]}");
}

TEST(a_stroke_covers_all_between_two_events) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Brush);
    stroke(desk, 10, 12, 30, 22);
    desk.check([](int i, int j, int k) { return underStroke(i, j, k) ? 1 : 0; });
    CHECK_EQ(lastEdit(desk), "Brush liver");
    CHECK_EQ(desk.project().store().edits().back().info.tool, "brush");
    passEvents();
    keepShot(desk.viewer().screenshot(), "brush");
}

TEST(a_square_tip_is_square) {
    DrawingDesk desk;
    desk.settings().tip.shape = labels::BrushShape::Square;
    desk.editor().setTool(ToolKind::Brush);
    desk.editor().chooseLabel(LabelId{2});
    stroke(desk, 20, 20, 20, 20);
    desk.check([](int i, int j, int k) { return k == 24 && std::abs(i - 20) <= 2 && std::abs(j - 20) <= 2 ? 2 : 0; });
}

TEST(the_other_views_draw_on_their_own_slices) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Brush);
    desk.settings().tip.radius = 2.5;
    desk.click(0, 10, 40);  // sagittal: j to the right, k = 47 - down
    desk.check([](int i, int j, int k) { return i == 24 && nearSegment(j, k, 10, 7, 10, 7, 2.5) ? 1 : 0; });
    desk.project().undo();
    desk.click(1, 10, 40);  // coronal: i to the right
    desk.check([](int i, int j, int k) { return j == 24 && nearSegment(i, k, 10, 7, 10, 7, 2.5) ? 1 : 0; });
}

TEST(a_ball_reaches_into_the_neighbouring_slices) {
    DrawingDesk desk;
    desk.settings().ball = true;
    desk.editor().setTool(ToolKind::Brush);
    stroke(desk, 20, 20, 20, 20);
    desk.check([](int i, int j, int k) {
        return (i - 20) * (i - 20) + (j - 20) * (j - 20) + (k - 24) * (k - 24) <= 6 ? 1 : 0;
    });
    desk.project().undo();
    desk.check([](int, int, int) { return 0; });
}

TEST(the_right_button_and_the_eraser_take_the_active_label_only) {
    DrawingDesk desk;
    const auto before = [](int i, int j, int k) { return k == 24 && j < 30 ? (i < 20 ? 1 : 2) : 0; };
    desk.draw(before);
    desk.editor().setTool(ToolKind::Brush);
    stroke(desk, 10, 12, 30, 22, Qt::RightButton);
    const auto expected = [&](int i, int j, int k) {
        return underStroke(i, j, k) && before(i, j, k) == 1 ? 0 : before(i, j, k);
    };
    desk.check(expected);
    CHECK_EQ(lastEdit(desk), "Erase liver");
    desk.project().undo();
    desk.editor().setTool(ToolKind::Erase);
    stroke(desk, 10, 12, 30, 22);
    desk.check(expected);
    desk.project().undo();
    desk.settings().eraseEveryLabel = true;
    stroke(desk, 10, 12, 30, 22);
    desk.check([&](int i, int j, int k) { return underStroke(i, j, k) ? 0 : before(i, j, k); });
}

TEST(a_lock_stops_the_brush_and_says_so) {
    DrawingDesk desk;
    const auto before = [](int i, int, int k) { return k == 24 && i >= 20 ? 3 : 0; };
    desk.draw(before);
    desk.editor().setTool(ToolKind::Brush);
    desk.settings().tip.radius = 2.5;
    desk.press(2, 10, 12);
    CHECK_EQ(desk.said.toStdString(), "");
    desk.move(2, 30, 22);
    CHECK_EQ(desk.said.toStdString(), "kidney is locked");
    desk.release(2, 30, 22);
    desk.check([&](int i, int j, int k) { return before(i, j, k) == 3 ? 3 : underStroke(i, j, k) ? 1 : 0; });
    desk.editor().chooseLabel(LabelId{3});
    stroke(desk, 5, 40, 5, 40);
    CHECK_EQ(desk.said.toStdString(), "kidney is locked");
    desk.editor().chooseLabel(LabelId{1});
    stroke(desk, 5, 40, 5, 40);
    CHECK_EQ(desk.said.toStdString(), "");  // cleared where the brush works again
}

TEST(paint_over_spares_what_was_asked_for) {
    DrawingDesk desk;
    const auto before = [](int i, int, int k) { return k == 24 && i >= 20 ? 2 : 0; };
    desk.draw(before);
    desk.editor().setTool(ToolKind::Brush);
    desk.settings().over = PaintOver::Background;
    stroke(desk, 10, 12, 30, 22);
    desk.check([&](int i, int j, int k) { return before(i, j, k) == 2 ? 2 : underStroke(i, j, k) ? 1 : 0; });
    stroke(desk, 30, 30, 30, 30);
    CHECK_EQ(desk.said.toStdString(), "spleen is not painted over");
    desk.project().undo();
    desk.settings().over = PaintOver::OneLabel;
    desk.settings().onlyLabel = 2;
    stroke(desk, 10, 12, 30, 22);
    desk.check([&](int i, int j, int k) { return underStroke(i, j, k) && i >= 20 ? 1 : before(i, j, k); });
}

TEST(control_keeps_to_the_intensity_range) {
    DrawingDesk desk([](int i, int, int) { return 10 * i; });
    desk.editor().setTool(ToolKind::Brush);
    desk.settings().range = labels::IntensityRange{150, 250};
    stroke(desk, 10, 12, 30, 22, Qt::LeftButton, Qt::ControlModifier);
    desk.check([](int i, int j, int k) { return underStroke(i, j, k) && i >= 15 && i <= 25 ? 1 : 0; });
    desk.project().undo();
    desk.settings().keepToRange = true;
    stroke(desk, 10, 12, 30, 22);
    desk.check([](int i, int j, int k) { return underStroke(i, j, k) && i >= 15 && i <= 25 ? 1 : 0; });
    stroke(desk, 40, 40, 40, 40);
    CHECK_EQ(desk.said.toStdString(), "outside 150..250");
}

TEST(an_adaptive_tip_takes_what_is_like_its_start) {
    // 100 left of i = 21, 500 from there on, and an island of 100 beyond it that is not connected.
    DrawingDesk desk([](int i, int j, int) { return i < 21 || (i == 24 && j == 20) ? 100 + (i + j) % 2 : 500; });
    desk.editor().setTool(ToolKind::Brush);
    desk.settings().adaptive = true;
    desk.settings().tip.radius = 4.4;
    desk.click(2, 18, 20);
    desk.check([](int i, int j, int k) { return k == 24 && i < 21 && nearSegment(i, j, 18, 20, 18, 20, 4.4) ? 1 : 0; });
}

TEST(escape_takes_the_stroke_back) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Brush);
    desk.settings().tip.radius = 2.5;
    desk.press(2, 10, 10);
    desk.move(2, 30, 10);
    CHECK(desk.editor().busy());
    desk.editor().cancel();
    desk.release(2, 30, 10);
    desk.check([](int, int, int) { return 0; });
    CHECK_EQ(desk.project().store().edits().size(), 1U);  // the import
}

TEST(undo_and_redo_restore_every_voxel_across_a_restart) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Brush);
    stroke(desk, 10, 12, 30, 22);
    desk.editor().chooseLabel(LabelId{2});
    stroke(desk, 30, 12, 10, 22);
    const auto first = [](int i, int j, int k) { return underStroke(i, j, k) ? 1 : 0; };
    const auto both = [&](int i, int j, int k) {
        return k == 24 && nearSegment(i, j, 30, 12, 10, 22, 2.5) ? 2 : first(i, j, k);
    };
    desk.check(both);
    desk.project().undo();
    desk.check(first);
    desk.reopen();
    desk.check(first);
    CHECK_EQ(lastEdit(desk), "Brush liver");
    desk.project().redo();
    desk.check(both);
    desk.project().undo();
    desk.project().undo();
    desk.check([](int, int, int) { return 0; });
    desk.project().redo();
    desk.project().redo();
    desk.check(both);
}

TEST(the_outline_of_the_tip_follows_the_pointer) {
    DrawingDesk desk;
    desk.editor().setTool(ToolKind::Brush);
    desk.settings().tip.radius = 2.5;
    desk.editor().setDrawing(desk.settings());
    desk.move(2, 13, 17);
    const auto graphics = desk.editor().graphics(2, 24);
    CHECK_EQ(graphics.lines.size(), 1U);
    double left = 1e9, right = -1e9, top = 1e9;
    for (const auto& point : graphics.lines[0].points) {
        left = std::min(left, point.x), right = std::max(right, point.x);
        top = std::min(top, point.y);
    }
    CHECK_NEAR(left, 10.5, 1e-9);
    CHECK_NEAR(right, 15.5, 1e-9);
    CHECK_NEAR(top, 14.5, 1e-9);
    CHECK(desk.editor().graphics(2, 23).lines.empty());
    CHECK(desk.editor().graphics(1, 24).lines.empty());
    desk.editor().setTool(ToolKind::Navigate);
    CHECK(desk.editor().graphics(2, 24).lines.empty());
}
