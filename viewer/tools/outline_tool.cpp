#include "viewer/tools/outline_tool.h"

#include <cmath>
#include <utility>

namespace protolabel::viewer {

namespace {

constexpr double kDrag = 4;   // device pixels from which on a click is a drag
constexpr double kClose = 8;  // device pixels around the first corner

double between(const Spot& a, const Spot& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

bool OutlineTool::handle(const PointerEvent& event) {
    now_ = event.time;
    if (!busy()) return presses(event) && begin(event);
    if (event.spot.axis < 0) return true;
    if (event.spot.axis != first_.axis || !(planeOf(event.spot) == planeOf(first_))) {
        if (presses(event))
            context().say(Message{"tool.outline.slice", "close the outline on its slice first, or press Escape", {}});
        return true;
    }
    hover_ = event.spot;
    context().graphicsChanged();
    if (presses(event) && event.button == button_)
        press(event);
    else if (event.action == PointerAction::Move)
        move(event);
    if (held_ &&
        (event.action == PointerAction::Release ? event.button == button_
                                                : event.action == PointerAction::Move && !event.holds(button_))) {
        held_ = false;
        if (dragged_ && corners_.size() == 1) close(event.time);
    }
    return true;
}

bool OutlineTool::begin(const PointerEvent& event) {
    if (event.spot.axis < 0 || (event.button != Button::Left && event.button != Button::Right)) return false;
    if (!mayDraw()) return true;
    context().say(std::nullopt);
    button_ = event.button;
    control_ = event.modifiers.control;
    begun_ = event.time;
    first_ = event.spot;
    hover_ = event.spot;
    corners_.clear();
    press(event);
    return true;
}

void OutlineTool::press(const PointerEvent& event) {
    // The first click of a double click has set a corner here already.
    const bool atFirst = corners_.size() > 2 && between(event.spot, first_) <= kClose;
    if ((event.action == PointerAction::DoubleClick && busy()) || atFirst) {
        close(event.time);
        return;
    }
    held_ = true;
    dragged_ = false;
    pressed_ = event.spot;
    corners_.push_back(points_.size());
    add(event.spot);
}

void OutlineTool::move(const PointerEvent& event) {
    if (!held_) return;
    dragged_ = dragged_ || between(event.spot, pressed_) > kDrag;
    if (dragged_) add(event.spot);
}

void OutlineTool::add(const Spot& spot) {
    const auto point = pointOf(spot);
    if (points_.empty() || !(points_.back() == point)) points_.push_back(point);
    context().graphicsChanged();
}

void OutlineTool::close(std::uint64_t now) {
    const auto outline = std::exchange(points_, {});
    held_ = false;
    context().graphicsChanged();
    const auto label = context().activeLabel();
    if (!mayDraw()) return;
    const auto& settings = context().settings();
    const auto runs = labels::fillPolygon(outline, settings.fillRule, context().labels()->grid(), planeOf(first_));
    const bool erases = button_ == Button::Right;
    const Message name = erases ? Message{"edit.outline.erase", "Erase inside outline, {0}", {nameOf(label)}}
                                : Message{"edit.outline", "Outline {0}", {nameOf(label)}};
    Stroke stroke(context(), rules(control_, first_), name, "outline", begun_);
    if (erases)
        stroke.erase(runs, settings.eraseEveryLabel ? 0 : label);
    else
        stroke.paint(runs, label);
    stroke.finish(now);
}

void OutlineTool::cancel() {
    points_.clear();
    held_ = false;
    context().graphicsChanged();
}

bool OutlineTool::key(const KeyEvent& event) {
    if (!event.pressed || !busy()) return false;
    switch (event.key) {
        case Key::Escape: cancel(); return true;
        case Key::Enter: close(now_); return true;
        case Key::Backspace:
            points_.resize(corners_.back());
            corners_.pop_back();
            held_ = false;
            context().graphicsChanged();
            return true;
        default: return false;
    }
}

Graphics OutlineTool::graphics(int axis, int slice) const {
    if (!busy() || !(planeOf(first_) == labels::Plane{axis, slice})) return {};
    Polyline drawn;
    for (const auto& point : points_) drawn.points.push_back({point.x, point.y});
    drawn.color = colorOf(context().activeLabel());
    Polyline closing{{drawn.points.back()}, false, drawn.color, LineStyle::Dashed};
    if (hover_) closing.points.push_back({pointOf(*hover_).x, pointOf(*hover_).y});
    closing.points.push_back(drawn.points.front());
    return {{drawn, closing}, {}};
}

}  // namespace protolabel::viewer
