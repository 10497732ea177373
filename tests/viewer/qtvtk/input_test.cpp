// Qt's events as plain ones.

#include "viewer/qtvtk/input.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWheelEvent>

#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

TEST(mouse_events) {
    const QMouseEvent press(QEvent::MouseButtonPress, {10, 20}, {10, 20}, Qt::RightButton,
                            Qt::RightButton | Qt::LeftButton, Qt::ShiftModifier | Qt::AltModifier);
    const auto event = toPointerEvent(press, 2);
    CHECK(event->action == PointerAction::Press);
    CHECK(event->button == Button::Right);
    CHECK(event->holds(Button::Left) && event->holds(Button::Right) && !event->holds(Button::Middle));
    CHECK((event->modifiers == Modifiers{true, false, true}));
    CHECK_EQ(event->spot.x, 20.5);
    CHECK_EQ(event->spot.y, 40.5);
    CHECK(event->device == PointerDevice::Mouse);
    CHECK_EQ(event->pressure, 1);
    CHECK(!toPointerEvent(QEvent(QEvent::Resize), 1));
}

TEST(pens_have_pressure_and_an_eraser) {
    startApplication();
    for (const auto type : {QPointingDevice::PointerType::Pen, QPointingDevice::PointerType::Eraser}) {
        const QPointingDevice device("pen", 1, QInputDevice::DeviceType::Stylus, type,
                                     QInputDevice::Capability::Pressure, 1, 2);
        QTabletEvent tablet(QEvent::TabletMove, &device, {3.25, 4}, {3.25, 4}, 0.5, 0, 0, 0, 0, 0, Qt::ControlModifier,
                            Qt::NoButton, Qt::LeftButton);
        const auto event = toPointerEvent(tablet, 1);
        CHECK(event->action == PointerAction::Move);
        CHECK_EQ(event->pressure, 0.5);
        CHECK(event->holds(Button::Left));
        CHECK(event->modifiers.control);
        CHECK_EQ(event->spot.x, 3.75);
        CHECK((event->device == PointerDevice::Eraser) == (type == QPointingDevice::PointerType::Eraser));

        SliceWindow window(100, 100);
        PointerEvent passed;
        QObject::connect(window.widget.get(), &RenderWidget::pointerEvent, [&](const PointerEvent& e) { passed = e; });
        QApplication::sendEvent(window.widget.get(), &tablet);
        CHECK_EQ(passed.pressure, 0.5);
        CHECK(tablet.isAccepted());  // or Qt would make a mouse event of it as well
    }
}

TEST(wheels_count_notches) {
    const QWheelEvent up({1, 2}, {1, 2}, {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    CHECK_EQ(toWheelEvent(up, 1).steps, 2);
    // Alt turns the wheel sideways on some platforms.
    const QWheelEvent side({1, 2}, {1, 2}, {}, {-60, 0}, Qt::NoButton, Qt::AltModifier, Qt::NoScrollPhase, false);
    CHECK_EQ(toWheelEvent(side, 1).steps, -0.5);
    CHECK(toWheelEvent(side, 1).modifiers.alt);
}

TEST(keys_have_text_unless_they_are_commands) {
    const auto bracket = toKeyEvent(QKeyEvent(QEvent::KeyPress, Qt::Key_BracketLeft, Qt::NoModifier, "["));
    CHECK_EQ(bracket.text, "[");
    CHECK(bracket.pressed && !bracket.repeated);
    const auto control = toKeyEvent(QKeyEvent(QEvent::KeyPress, Qt::Key_Z, Qt::ControlModifier, "\x1a"));
    CHECK_EQ(control.text, "");
    CHECK(toKeyEvent(QKeyEvent(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier)).key == Key::Escape);
    const auto released = toKeyEvent(QKeyEvent(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, " ", true));
    CHECK(released.key == Key::Space && !released.pressed && released.repeated);
}
