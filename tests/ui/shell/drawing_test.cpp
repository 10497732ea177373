// Drawing in the window by mouse and keys; every voxel is compared.
#include <algorithm>
#include <cmath>

#include "tests/ui/shell/desk.h"

using namespace protolabel;
using namespace protolabel::test;

TEST(the_label_of_the_digit_is_drawn_undone_and_drawn_again) {
    Desk desk;
    desk.openStudy();
    const auto nothing = [](int, int, int) { return 0; };
    const auto stroke = [](int i, int j, int k) {
        return k == 6 && j >= 12 && j <= 18 && std::hypot(i - std::clamp(i, 12, 20), j - 15) <= 2.5 ? 2 : 0;
    };
    desk.key(Qt::Key_2);
    desk.key(Qt::Key_B);
    CHECK(desk.editor().tool() == ui::ToolKind::Brush);
    desk.press(12, 15, 6);
    desk.move(20, 15);
    desk.release(20, 15);
    desk.check(stroke);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.check(nothing);
    desk.key(Qt::Key_Y, Qt::ControlModifier);
    desk.check(stroke);
    desk.dab(16, 15, 6, Qt::RightButton);  // erases
    desk.check([&](int i, int j, int k) { return k == 6 && disc(i, j, 16, 15) ? 0 : stroke(i, j, k); });
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.check(nothing);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    desk.check(stroke);
    CHECK_EQ(desk.project().nextUndo()->info.name, "Brush spleen");
}

TEST(undo_under_the_brush_takes_the_stroke_back) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(8, 8, 6);
    desk.press(20, 15, 6);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.release(20, 15);
    desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 8, 8) ? 1 : 0; });
}

TEST(a_locked_label_stops_the_brush_and_says_so_at_the_pointer) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 6);
    CHECK_EQ(desk.noteText(), "");
    desk.key(Qt::Key_L, Qt::ControlModifier);
    CHECK(desk.project().label(LabelId{1})->locked);
    desk.dab(30, 15, 6);
    CHECK_EQ(desk.noteText(), "liver is locked");
    desk.key(Qt::Key_2);
    desk.dab(20, 15, 6);  // over the locked one
    desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 20, 15) ? 1 : 0; });
    desk.key(Qt::Key_1);
    desk.key(Qt::Key_L, Qt::ControlModifier);
    desk.dab(30, 15, 6);
    desk.check([](int i, int j, int k) { return k == 6 && (disc(i, j, 20, 15) || disc(i, j, 30, 15)) ? 1 : 0; });
}

TEST(slices_between_those_drawn_are_filled_by_the_command) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 3);
    desk.dab(20, 15, 7);
    desk.key(Qt::Key_B, Qt::ControlModifier);
    const auto column = [](int i, int j, int k) { return k >= 3 && k <= 7 && disc(i, j, 20, 15) ? 1 : 0; };
    waitFor("the slices between", [&] { return desk.workspace->shown()->annotation()->at({20, 15, 5}) == 1; });
    desk.check(column);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.check([&](int i, int j, int k) { return k == 3 || k == 7 ? column(i, j, k) : 0; });
}

TEST(the_fill_and_the_polygon_draw_in_the_window) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_G);
    desk.press(10, 10, 6);
    desk.release(10, 10);
    for (const auto& [i, j] : {std::pair{20, 10}, {20, 20}, {10, 20}}) {
        desk.press(i, j, 6);
        desk.release(i, j);
    }
    desk.dab(35, 30, 6);
    desk.key(Qt::Key_Backspace);  // takes that corner back
    desk.dab(35, 2, 6);
    desk.key(Qt::Key_Z, Qt::ControlModifier);  // so does undo, while an outline is open
    desk.key(Qt::Key_Return);
    const auto inside = [](int i, int j) { return i > 10 && i < 20 && j > 10 && j < 20; };
    const auto& drawn = *desk.workspace->shown()->annotation();
    for (int j = 0; j < Desk::kHeight; ++j)
        for (int i = 0; i < Desk::kWidth; ++i)
            if (const bool border = i >= 10 && i <= 20 && j >= 10 && j <= 20 && !inside(i, j); !border)
                CHECK_EQ(drawn.at({i, j, 6}), inside(i, j) ? 1 : 0);
    desk.key(Qt::Key_2);
    desk.key(Qt::Key_F);
    desk.dab(15, 15, 6);
    CHECK_EQ(drawn.at({15, 15, 6}), 2);
    CHECK_EQ(drawn.at({12, 18, 6}), 2);
    CHECK_EQ(drawn.at({30, 15, 6}), 0);
}
