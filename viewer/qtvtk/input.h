#pragma once

#include <optional>

#include "viewer/base/events.h"

class QEvent;
class QKeyEvent;
class QWheelEvent;

/// Qt's input events as the views' plain ones.
namespace protolabel::viewer {

/// Mouse and tablet events; nothing for any other event.
std::optional<PointerEvent> toPointerEvent(const QEvent& event, double pixelRatio);
WheelEvent toWheelEvent(const QWheelEvent& event, double pixelRatio);
KeyEvent toKeyEvent(const QKeyEvent& event);

}  // namespace protolabel::viewer
