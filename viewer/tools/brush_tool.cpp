#include "viewer/tools/brush_tool.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace protolabel::viewer {

namespace {

Polyline outlineOf(const labels::BrushTip& tip, const labels::Point3& half, const Spot& spot) {
    const labels::Plane plane{spot.axis, 0};
    const double a = half[plane.xAxis()], b = half[plane.yAxis()];
    const auto centre = pointOf(spot);
    Polyline line;
    line.closed = true;
    if (tip.shape == labels::BrushShape::Square) {
        for (const auto& [x, y] : {std::pair(-1, -1), {1, -1}, {1, 1}, {-1, 1}})
            line.points.push_back({centre.x + x * a, centre.y + y * b});
    } else {
        constexpr int kCorners = 48;
        for (int n = 0; n < kCorners; ++n) {
            const double angle = 2 * std::numbers::pi * n / kCorners;
            line.points.push_back({centre.x + a * std::cos(angle), centre.y + b * std::sin(angle)});
        }
    }
    return line;
}

}  // namespace

bool BrushTool::handle(const PointerEvent& event) {
    now_ = event.time;
    if (event.action == PointerAction::Leave)
        hover_.reset();
    else if (event.spot.axis >= 0)
        hover_ = event.spot;
    context().graphicsChanged();

    if (!busy()) return presses(event) && begin(event);
    // A release that was lost on its way (a dialog, another window) shows in the next event, which is no part of the stroke.
    const bool pressedAgain = presses(event) && event.button == button_;
    if (pressedAgain || (event.action == PointerAction::Move && !event.holds(button_))) {
        finish(event.time);
        return !pressedAgain || begin(event);
    }
    if (event.spot.axis == last_.axis) extend(event);
    if (event.action == PointerAction::Release && event.button == button_) finish(event.time);
    return true;
}

bool BrushTool::begin(const PointerEvent& event) {
    if (event.spot.axis < 0 || (event.button != Button::Left && event.button != Button::Right)) return false;
    if (!mayDraw()) return true;
    label_ = context().activeLabel();
    erasing_ = mode_ == BrushMode::Erase || event.button == Button::Right || event.device == PointerDevice::Eraser;
    button_ = event.button;
    last_ = event.spot;
    if (mode_ == BrushMode::Proposals) {
        choosing_ = true;
        similar_.reset();
        extend(event);
        return true;
    }
    const auto rules = this->rules(event.modifiers.control, event.spot);
    similar_.reset();
    if (context().settings().adaptive && rules.image)
        similar_ = labels::rangeAround(context().labels()->grid(), rules.image, planeOf(event.spot),
                                       pointOf(event.spot), context().settings().similarity);
    const Message name = erasing_ ? Message{"edit.erase", "Erase {0}", {nameOf(label_)}}
                                  : Message{"edit.brush", "Brush {0}", {nameOf(label_)}};
    stroke_ = std::make_unique<Stroke>(context(), rules, name, erasing_ ? "eraser" : "brush", event.time);
    extend(event);
    return true;
}

void BrushTool::extend(const PointerEvent& event) {
    // On another slice the tip is set down anew.
    const Spot from = planeOf(event.spot) == planeOf(last_) ? last_ : event.spot;
    last_ = event.spot;
    auto runs = swept(tipOf(event), from, event.spot);
    if (choosing_) return extendChoice(from, event.spot, runs);
    if (similar_) {
        const auto& grid = context().labels()->grid();
        const auto image = context().image();
        runs = labels::united(labels::connectedSimilar(runs, grid, image, *similar_, nearestVoxel(from)),
                              labels::connectedSimilar(runs, grid, image, *similar_, nearestVoxel(event.spot)));
    }
    if (erasing_)
        stroke_->erase(runs, context().settings().eraseEveryLabel ? 0 : label_);
    else
        stroke_->paint(runs, label_);
}

void BrushTool::extendChoice(const Spot& from, const Spot& to, const labels::VoxelRuns& runs) {
    chosen_ = labels::united(chosen_, runs);
    const auto at = [](const Spot& spot) { return SlicePoint{pointOf(spot).x, pointOf(spot).y}; };
    if (way_.points.empty() || planeOf(from) != planeOf(to)) way_.points = {at(from)};
    way_.points.push_back(at(to));
}

labels::BrushTip BrushTool::tipOf(const PointerEvent& event) const {
    auto tip = context().settings().tip;
    if (context().settings().pressureSizes && event.device != PointerDevice::Mouse)
        tip.radius = std::max(tip.radius * std::clamp(event.pressure, 0.0, 1.0), kSmallestRadius);
    return tip;
}

labels::VoxelRuns BrushTool::swept(const labels::BrushTip& tip, const Spot& from, const Spot& to) const {
    const auto& grid = context().labels()->grid();
    if (context().settings().ball) return labels::sweep(tip, grid, from.voxel, to.voxel);
    return labels::sweep(tip, grid, planeOf(to), pointOf(from), pointOf(to));
}

void BrushTool::finish(std::uint64_t now) {
    if (std::exchange(choosing_, false)) {
        way_.points.clear();
        return context().proposalsChosen(std::exchange(chosen_, {}), !erasing_);
    }
    const auto stroke = std::exchange(stroke_, nullptr);  // gone even when the commit throws
    stroke->finish(now);
}

void BrushTool::cancel() {
    stroke_.reset();
    choosing_ = false;
    chosen_.clear();
    way_.points.clear();
}

void BrushTool::settle() {
    if (busy()) finish(now_);
}

void BrushTool::deactivate() {
    settle();
    hover_.reset();
    context().say(std::nullopt);
    context().graphicsChanged();
}

void BrushTool::resize(double steps) {
    auto& radius = context().settings().tip.radius;
    const double grown = radius * std::pow(1.15, steps);
    // At least half a unit a step, in halves, so that going back comes back.
    const double wanted = std::abs(grown - radius) < 0.5 * std::abs(steps) ? radius + 0.5 * steps : grown;
    radius = std::clamp(std::round(wanted * 2) / 2, kSmallestRadius, kLargestRadius);
    context().settingsChanged();
    context().graphicsChanged();
}

bool BrushTool::wheel(const WheelEvent& event) {
    if (!event.modifiers.shift) return false;
    resize(event.steps);
    return true;
}

bool BrushTool::key(const KeyEvent& event) {
    if (!event.pressed) return false;
    if (event.key == Key::Escape && busy()) {
        cancel();
        return true;
    }
    if (event.text != "[" && event.text != "]") return false;
    resize(event.text == "]" ? 1 : -1);
    return true;
}

Graphics BrushTool::graphics(int axis, int slice) const {
    if (!hover_ || hover_->axis != axis || planeOf(*hover_).slice != slice || context().labels() == nullptr) return {};
    const auto& tip = context().settings().tip;
    auto line = outlineOf(tip, labels::halfSizes(tip, context().labels()->grid().spacing), *hover_);
    const bool erases = busy() ? erasing_ : mode_ == BrushMode::Erase;
    line.color = colorOf(context().activeLabel());
    line.style = erases ? LineStyle::Dashed : LineStyle::Solid;
    if (!choosing_ || planeOf(last_) != planeOf(*hover_)) return {{line}, {}};
    auto way = way_;
    way.color = line.color;
    way.style = line.style;
    return {{way, line}, {}};
}

}  // namespace protolabel::viewer
