#include "viewer/tools/pointing_tools.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace protolabel::viewer {

static std::string decimal(double value, int decimals) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(decimals) << value;
    return text.str();
}

bool NavigateTool::handle(const PointerEvent& event) {
    const bool wanted = (presses(event) && event.button == Button::Left) ||
                        (event.action == PointerAction::Move && event.holds(Button::Left));
    if (!wanted || event.spot.axis < 0) return false;
    if (event.spot.inside) context().setCrosshair(event.spot.voxel);
    return true;
}

bool PickTool::handle(const PointerEvent& event) {
    return presses(event) && event.button == Button::Left && event.spot.axis >= 0 && pick(event.spot);
}

bool RangeTool::handle(const PointerEvent& event) {
    if (!busy() && (!presses(event) || event.button != Button::Left)) return false;
    if (event.spot.axis >= 0 && event.spot.inside && context().labels() != nullptr && context().image()) {
        const auto here = labels::rangeAround(context().labels()->grid(), context().image(), planeOf(event.spot),
                                              pointOf(event.spot), context().settings().similarity);
        found_ =
            found_ ? labels::IntensityRange{std::min(found_->low, here.low), std::max(found_->high, here.high)} : here;
        context().settings().range = found_;
        context().settingsChanged();
    }
    if (event.action == PointerAction::Release || (event.action == PointerAction::Move && !event.holds(Button::Left)))
        found_.reset();
    return true;
}

bool WindowTool::handle(const PointerEvent& event) {
    if (!busy()) {
        if (!presses(event) || event.button != Button::Left || event.spot.axis < 0) return false;
        pressed_ = event.spot;
        before_ = context().window();
        return true;
    }
    if (event.action == PointerAction::Move && event.holds(Button::Left)) {
        constexpr double kPixels = 256;
        const double unit = before_.width() / kPixels;
        const double width = std::max(before_.width() + unit * (event.spot.x - pressed_->x), before_.width() / kPixels);
        show(fromLevel(before_.level() + unit * (event.spot.y - pressed_->y), width));
    } else if (event.action == PointerAction::Move ||
               (event.action == PointerAction::Release && event.button == Button::Left)) {
        pressed_.reset();
    }
    return true;
}

void WindowTool::show(const Window& window) {
    context().setWindow(window);
    const int decimals = windowDecimals(window);
    context().say(Message{
        "tool.window", "level {0}, width {1}", {decimal(window.level(), decimals), decimal(window.width(), decimals)}});
}

void WindowTool::cancel() {
    if (busy()) show(before_);
    pressed_.reset();
}

bool WindowTool::key(const KeyEvent& event) {
    if (!event.pressed) return false;
    if (event.key == Key::Escape && busy()) {
        cancel();
        return true;
    }
    if (event.text.size() != 1 || event.text[0] < '1' || event.text[0] > '9') return false;
    const auto presets = context().windowPresets();
    const auto chosen = static_cast<std::size_t>(event.text[0] - '1');
    if (chosen >= presets.size()) return false;
    pressed_.reset();
    show(presets[chosen].window);
    return true;
}

}  // namespace protolabel::viewer
