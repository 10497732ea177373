#include "viewer/qtvtk/input.h"

#include <QEnterEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWheelEvent>

namespace protolabel::viewer {

namespace {

Modifiers modifiersOf(Qt::KeyboardModifiers modifiers) {
    return {modifiers.testFlag(Qt::ShiftModifier), modifiers.testFlag(Qt::ControlModifier),
            modifiers.testFlag(Qt::AltModifier)};
}

Button buttonOf(Qt::MouseButton button) {
    switch (button) {
        case Qt::LeftButton: return Button::Left;
        case Qt::RightButton: return Button::Right;
        case Qt::MiddleButton: return Button::Middle;
        default: return Button::None;
    }
}

std::uint8_t held(Qt::MouseButtons buttons) {
    std::uint8_t bits = 0;
    for (const auto button : {Qt::LeftButton, Qt::RightButton, Qt::MiddleButton})
        if (buttons.testFlag(button)) bits |= static_cast<std::uint8_t>(buttonOf(button));
    return bits;
}

/// The middle of the device pixel under a position.
Spot spotOf(const QPointF& position, double pixelRatio) {
    Spot spot;
    spot.x = position.x() * pixelRatio + 0.5;
    spot.y = position.y() * pixelRatio + 0.5;
    return spot;
}

std::optional<PointerAction> actionOf(QEvent::Type type) {
    switch (type) {
        case QEvent::MouseButtonPress:
        case QEvent::TabletPress: return PointerAction::Press;
        case QEvent::MouseMove:
        case QEvent::TabletMove: return PointerAction::Move;
        case QEvent::MouseButtonRelease:
        case QEvent::TabletRelease: return PointerAction::Release;
        case QEvent::MouseButtonDblClick: return PointerAction::DoubleClick;
        case QEvent::Enter: return PointerAction::Enter;
        case QEvent::Leave: return PointerAction::Leave;
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<PointerEvent> toPointerEvent(const QEvent& event, double pixelRatio) {
    const auto action = actionOf(event.type());
    if (!action) return std::nullopt;
    PointerEvent out;
    out.action = *action;
    if (*action == PointerAction::Leave) return out;
    const auto& single = static_cast<const QSinglePointEvent&>(event);
    out.spot = spotOf(single.position(), pixelRatio);
    out.button = buttonOf(single.button());
    out.held = held(single.buttons());
    out.modifiers = modifiersOf(single.modifiers());
    out.time = single.timestamp();
    if (event.type() == QEvent::TabletPress || event.type() == QEvent::TabletMove ||
        event.type() == QEvent::TabletRelease) {
        const auto& tablet = static_cast<const QTabletEvent&>(event);
        out.device =
            tablet.pointerType() == QPointingDevice::PointerType::Eraser ? PointerDevice::Eraser : PointerDevice::Pen;
        out.pressure = tablet.pressure();
    }
    return out;
}

WheelEvent toWheelEvent(const QWheelEvent& event, double pixelRatio) {
    constexpr double kUnitsPerNotch = 120;
    WheelEvent out;
    out.spot = spotOf(event.position(), pixelRatio);
    // Some platforms turn the wheel sideways while Alt or Shift is held.
    const QPoint angle = event.angleDelta();
    out.steps = (angle.y() != 0 ? angle.y() : angle.x()) / kUnitsPerNotch;
    out.modifiers = modifiersOf(event.modifiers());
    return out;
}

KeyEvent toKeyEvent(const QKeyEvent& event) {
    KeyEvent out;
    switch (event.key()) {
        case Qt::Key_Escape: out.key = Key::Escape; break;
        case Qt::Key_Return:
        case Qt::Key_Enter: out.key = Key::Enter; break;
        case Qt::Key_Backspace: out.key = Key::Backspace; break;
        case Qt::Key_Space: out.key = Key::Space; break;
        default: break;
    }
    out.modifiers = modifiersOf(event.modifiers());
    if (!out.modifiers.control && !out.modifiers.alt) out.text = event.text().toStdString();
    out.pressed = event.type() != QEvent::KeyRelease;
    out.repeated = event.isAutoRepeat();
    return out;
}

}  // namespace protolabel::viewer
