// Mouse and keys in the views.

#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QTest>

#include "tests/viewer/widgets/viewer_window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

void drag(QWidget& widget, const QPointF& from, const QPointF& to, Qt::MouseButton button) {
    sendMouse(widget, QEvent::MouseButtonPress, from, button, button);
    sendMouse(widget, QEvent::MouseMove, (from + to) / 2, Qt::NoButton, button);
    sendMouse(widget, QEvent::MouseMove, to, Qt::NoButton, button);
    sendMouse(widget, QEvent::MouseButtonRelease, to, button);
}

void checkPosition(ViewerWindow& window, int i, int j, int k) {
    CHECK_EQ(window.viewer->position()[0], i);
    CHECK_EQ(window.viewer->position()[1], j);
    CHECK_EQ(window.viewer->position()[2], k);
}

/// Takes every press of the left button and what follows it.
struct Painter : EventFilter {
    bool pointer(const PointerEvent& event) override {
        if (event.action != PointerAction::Press && !event.holds(Button::Left) && event.button != Button::Left)
            return false;
        if (event.button == Button::Middle) return false;
        events.push_back(event);
        return true;
    }
    bool wheel(const WheelEvent& event) override {
        if (event.modifiers.shift) ++wheels;
        return event.modifiers.shift;
    }
    bool key(const KeyEvent& event) override {
        if (event.text == "a" && event.pressed) ++keys;
        return event.text == "a";
    }
    std::vector<PointerEvent> events;
    int wheels = 0, keys = 0;
};

}  // namespace

TEST(the_wheel_goes_through_slices) {
    ViewerWindow window;
    checkPosition(window, 24, 24, 24);
    sendWheel(window.view(2), over(5, 5), 1);
    checkPosition(window, 24, 24, 25);
    sendWheel(window.view(0), over(5, 5), -3);
    checkPosition(window, 21, 24, 25);
    // A touchpad's parts of a notch add up.
    for (int n = 0; n < 4; ++n) sendWheel(window.view(1), over(5, 5), 0.25);
    checkPosition(window, 21, 25, 25);
    sendWheel(window.view(2), over(5, 5), 100);
    checkPosition(window, 21, 25, 47);
}

TEST(left_places_the_crosshair_in_all_views) {
    ViewerWindow window;
    drag(window.view(2), over(3, 7), over(11, 30), Qt::LeftButton);
    checkPosition(window, 11, 30, 24);
    CHECK_EQ(window.viewer->sliceView(0).slice(), 11);
    CHECK_EQ(window.viewer->sliceView(1).slice(), 30);
    // Coronal: right is i, up is k.
    QTest::mouseClick(&window.view(1), Qt::LeftButton, {}, over(40, 2).toPoint());
    checkPosition(window, 40, 30, 45);
    // A press beside the slice does nothing; a drag beyond it stops at its edge.
    QTest::mouseClick(&window.view(2), Qt::LeftButton, {}, {3, 3});
    checkPosition(window, 40, 30, 45);
    drag(window.view(2), over(3, 7), {499, 499}, Qt::LeftButton);
    checkPosition(window, 47, 47, 45);
}

TEST(shift_and_moving_places_the_crosshair) {
    ViewerWindow window;
    sendMouse(window.view(2), QEvent::MouseMove, over(9, 8));
    checkPosition(window, 24, 24, 24);
    sendMouse(window.view(2), QEvent::MouseMove, over(9, 8), Qt::NoButton, Qt::NoButton, Qt::ShiftModifier);
    checkPosition(window, 9, 8, 24);
}

TEST(control_and_wheel_zooms_at_the_pointer) {
    ViewerWindow window;
    sendWheel(window.view(2), over(9, 8), 2, Qt::ControlModifier);
    const auto& viewport = window.viewer->sliceView(2).viewport();
    CHECK_NEAR(viewport.pixelsPerMm(), 10 * 1.15 * 1.15, 1e-9);
    const auto voxel = viewport.toVoxel({105.5, 95.5}, 0);  // the middle of the pointer's pixel
    CHECK_NEAR(voxel[0], 9.05, 1e-9);
    CHECK_NEAR(voxel[1], 8.05, 1e-9);
    checkPosition(window, 24, 24, 24);
}

TEST(right_drags_zoom_and_middle_drags_pan) {
    ViewerWindow window;
    drag(window.view(2), {250, 250}, {250, 150}, Qt::RightButton);
    const auto& viewport = window.viewer->sliceView(2).viewport();
    CHECK_NEAR(viewport.pixelsPerMm(), 10 * std::pow(1.005, 100), 1e-6);
    const auto before = viewport.toPixel(imaging::Vec3{20, 20, 0});
    drag(window.view(2), {250, 250}, {280, 235}, Qt::MiddleButton);
    CHECK_NEAR(viewport.toPixel(imaging::Vec3{20, 20, 0}).x, before.x + 30, 1e-6);
    CHECK_NEAR(viewport.toPixel(imaging::Vec3{20, 20, 0}).y, before.y - 15, 1e-6);
    checkPosition(window, 24, 24, 24);
    QTest::keyClick(&window.view(2), Qt::Key_R);
    CHECK_NEAR(viewport.pixelsPerMm(), 10, 1e-9);
    CHECK_NEAR(viewport.toPixel(imaging::Vec3{0, 0, 0}).x, 15, 1e-9);
}

TEST(space_makes_left_pan) {
    ViewerWindow window;
    int taps = 0;
    QObject::connect(window.viewer.get(), &ViewerWidget::spaceTapped, [&] { ++taps; });
    QTest::keyPress(&window.view(2), Qt::Key_Space);
    drag(window.view(2), {250, 250}, {260, 250}, Qt::LeftButton);
    QTest::keyRelease(&window.view(2), Qt::Key_Space);
    CHECK_NEAR(window.viewer->sliceView(2).viewport().toPixel(imaging::Vec3{0, 0, 0}).x, 25, 1e-9);
    checkPosition(window, 24, 24, 24);
    CHECK_EQ(taps, 0);
    QTest::keyClick(&window.view(2), Qt::Key_Space);
    CHECK_EQ(taps, 1);
}

TEST(keys_step_through_the_view_under_the_pointer) {
    ViewerWindow window;
    window.viewer->setActiveView(0);
    const auto press = [&](Qt::Key key) { QTest::keyClick(&window.view(2), key); };
    press(Qt::Key_Up);
    checkPosition(window, 25, 24, 24);
    press(Qt::Key_PageDown);
    checkPosition(window, 15, 24, 24);
    press(Qt::Key_Home);
    checkPosition(window, 0, 24, 24);
    press(Qt::Key_Down);
    checkPosition(window, 0, 24, 24);
    press(Qt::Key_End);
    checkPosition(window, 47, 24, 24);
    press(Qt::Key_PageUp);
    checkPosition(window, 47, 24, 24);
    sendMouse(window.view(1), QEvent::MouseButtonPress, over(47, 23), Qt::LeftButton, Qt::LeftButton);
    sendMouse(window.view(1), QEvent::MouseButtonRelease, over(47, 23), Qt::LeftButton);
    press(Qt::Key_Down);
    checkPosition(window, 47, 23, 24);
}

TEST(keys_change_the_overlay) {
    ViewerWindow window;
    auto& viewer = *window.viewer;
    const auto press = [&](Qt::Key key) { QTest::keyClick(&window.view(2), key); };
    press(Qt::Key_D);
    CHECK_NEAR(viewer.overlay().fill, 0.5, 1e-9);
    press(Qt::Key_A);
    press(Qt::Key_A);
    CHECK_NEAR(viewer.overlay().fill, 0.3, 1e-9);
    press(Qt::Key_O);
    CHECK(viewer.overlay().outlined);
    press(Qt::Key_A);
    CHECK_NEAR(viewer.overlay().line, 0.9, 1e-9);
    CHECK_NEAR(viewer.overlay().fill, 0.3, 1e-9);
}

TEST(holding_s_hides_the_labels) {
    ViewerWindow window;
    window.viewer->setColors({{1, {255, 0, 0}, true}});
    window.viewer->setLabels(Layer::Annotation,
                             shareLabels(makeLabels(cube(), [](int, int, int) -> std::uint16_t { return 1; })));
    window.viewer->setOverlay({true, false, 1, 1});
    window.viewer->setWindow({1000, 1001});  // black
    const auto red = [&] {
        passEvents();
        return window.view(2).grabFramebuffer().pixelColor(100, 100).red();
    };
    CHECK_EQ(red(), 255);
    QTest::keyPress(&window.view(2), Qt::Key_S);
    CHECK_EQ(red(), 0);
    QTest::keyClick(&window.view(2), Qt::Key_Up);  // another key meanwhile
    CHECK_EQ(red(), 0);
    QTest::keyRelease(&window.view(2), Qt::Key_S);
    CHECK_EQ(red(), 255);
    QTest::keyPress(&window.view(2), Qt::Key_S);
    QFocusEvent lost(QEvent::FocusOut, Qt::ActiveWindowFocusReason);  // the release goes to another window
    QApplication::sendEvent(&window.view(2), &lost);
    CHECK_EQ(red(), 255);
}

TEST(control_j_finds_the_window_again) {
    ViewerWindow window;
    const Window automatic = window.viewer->window();
    window.viewer->setWindow({1, 2});
    QTest::keyClick(&window.view(2), Qt::Key_J, Qt::ControlModifier);
    CHECK((window.viewer->window() == automatic));
    window.viewer->setWindow({5, 5});
    CHECK(window.viewer->window().width() > 0);
}

TEST(bindings_can_be_changed) {
    ViewerWindow window;
    window.viewer->setKeyBindings({{Command::NextSlice, Qt::Key_N}});
    QTest::keyClick(&window.view(2), Qt::Key_Up);
    checkPosition(window, 24, 24, 24);
    QTest::keyClick(&window.view(2), Qt::Key_N);
    checkPosition(window, 24, 24, 25);
}

TEST(a_tool_comes_before_the_navigation) {
    ViewerWindow window;
    Painter tool;
    window.viewer->setTool(&tool);
    drag(window.view(2), over(3, 7), over(11, 30), Qt::LeftButton);
    checkPosition(window, 24, 24, 24);
    CHECK_EQ(tool.events.size(), 4U);
    CHECK(tool.events.front().action == PointerAction::Press);
    CHECK_EQ(tool.events.front().spot.axis, 2);
    CHECK_NEAR(tool.events.front().spot.voxel[0], 3.05, 1e-9);  // the middle of the pixel
    CHECK_NEAR(tool.events.front().spot.voxel[1], 7.05, 1e-9);
    CHECK_EQ(tool.events.front().spot.voxel[2], 24);
    CHECK(tool.events.back().action == PointerAction::Release);
    sendWheel(window.view(2), over(5, 5), 1, Qt::ShiftModifier);
    CHECK_EQ(tool.wheels, 1);
    checkPosition(window, 24, 24, 24);
    sendWheel(window.view(2), over(5, 5), 1);
    checkPosition(window, 24, 24, 25);
    QTest::keyClick(&window.view(2), Qt::Key_A);
    CHECK_EQ(tool.keys, 1);
    CHECK_NEAR(window.viewer->overlay().fill, 0.4, 1e-9);
    // Panning needs no other tool.
    drag(window.view(2), {250, 250}, {260, 250}, Qt::MiddleButton);
    QTest::keyPress(&window.view(2), Qt::Key_Space);
    drag(window.view(2), {250, 250}, {260, 250}, Qt::LeftButton);
    QTest::keyRelease(&window.view(2), Qt::Key_Space);
    CHECK_EQ(tool.events.size(), 4U);
    CHECK_NEAR(window.viewer->sliceView(2).viewport().toPixel(imaging::Vec3{0, 0, 0}).x, 35, 1e-9);
}

TEST(keys_without_a_binding_are_left_to_the_window) {
    ViewerWindow window;
    QKeyEvent unknown(QEvent::KeyPress, Qt::Key_F5, Qt::NoModifier);
    QApplication::sendEvent(window.viewer.get(), &unknown);
    CHECK(!unknown.isAccepted());
    QKeyEvent bound(QEvent::KeyPress, Qt::Key_Up, Qt::NoModifier);
    QApplication::sendEvent(window.viewer.get(), &bound);
    CHECK(bound.isAccepted());
}
