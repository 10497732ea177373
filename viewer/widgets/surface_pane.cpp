#include "viewer/widgets/surface_pane.h"

#include <cmath>

#include "viewer/widgets/zoom_steps.h"

namespace protolabel::viewer {

void SurfacePane::pointer(const PointerEvent& event) {
    const double dx = event.spot.x - last_.x, dy = event.spot.y - last_.y;
    last_ = event.spot;
    if (event.action == PointerAction::DoubleClick) {
        if (const auto voxel = view_.pick(event.spot.x, event.spot.y); voxel && onPick) onPick(*voxel);
        return;
    }
    if (event.action != PointerAction::Move) return;
    if (event.holds(Button::Middle) || (event.holds(Button::Left) && event.modifiers.shift))
        view_.pan(dx, dy);
    else if (event.holds(Button::Left))
        view_.rotate(dx, dy);
    else if (event.holds(Button::Right))
        view_.zoom(std::pow(kZoomPerPixel, -dy));
}

void SurfacePane::wheel(const WheelEvent& event) {
    view_.zoom(std::pow(kZoomPerNotch, event.steps));
}

}  // namespace protolabel::viewer
