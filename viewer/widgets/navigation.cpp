#include "viewer/widgets/navigation.h"

#include <cmath>

#include "viewer/widgets/viewer_widget.h"
#include "viewer/widgets/zoom_steps.h"

namespace protolabel::viewer {

void Navigation::holdSpace() {
    spaceHeld_ = true;
    spaceUsed_ = false;
}

bool Navigation::releaseSpace() {
    const bool tapped = spaceHeld_ && !spaceUsed_;
    spaceHeld_ = false;
    return tapped;
}

bool Navigation::comesFirst(const PointerEvent& event) const {
    return drag_ != Drag::None || (event.action == PointerAction::Press && dragFor(event) == Drag::Pan);
}

Navigation::Drag Navigation::dragFor(const PointerEvent& event) const {
    if (event.button == Button::Middle || (spaceHeld_ && event.button == Button::Left)) return Drag::Pan;
    if (event.button == Button::Right) return Drag::Zoom;
    return event.button == Button::Left && event.spot.inside ? Drag::Position : Drag::None;
}

bool Navigation::pointer(const PointerEvent& event) {
    switch (event.action) {
        case PointerAction::DoubleClick:
            if (event.button == Button::Left) viewer_.toggleEnlarged();
            return true;
        case PointerAction::Press:
            if (drag_ != Drag::None) return true;
            drag_ = dragFor(event);
            dragButton_ = event.button;
            start_ = last_ = event.spot;
            spaceUsed_ = spaceUsed_ || spaceHeld_;
            if (drag_ == Drag::Position) viewer_.setPosition(event.spot.voxel);
            return drag_ != Drag::None;
        case PointerAction::Release:
            if (drag_ == Drag::None || event.button != dragButton_) return drag_ != Drag::None;
            drag(event);
            drag_ = Drag::None;
            return true;
        case PointerAction::Move:
            if (drag_ != Drag::None) {
                drag(event);
                return true;
            }
            if (event.modifiers.shift && event.held == 0 && event.spot.inside) {
                viewer_.setPosition(event.spot.voxel);
                return true;
            }
            return false;
        default: return false;
    }
}

void Navigation::drag(const PointerEvent& event) {
    const double dx = event.spot.x - last_.x, dy = event.spot.y - last_.y;
    last_ = event.spot;
    SliceView& view = viewer_.sliceView(event.spot.axis);
    auto viewport = view.viewport();
    switch (drag_) {
        case Drag::Pan:
            viewport.pan(dx, dy);
            view.setViewport(viewport);
            break;
        case Drag::Zoom:
            viewport.zoom(std::pow(kZoomPerPixel, -dy), {start_.x, start_.y});
            view.setViewport(viewport);
            break;
        case Drag::Position: viewer_.setPosition(event.spot.voxel); break;
        case Drag::None: break;
    }
}

bool Navigation::wheel(const WheelEvent& event) {
    if (event.modifiers.control) {
        SliceView& view = viewer_.sliceView(event.spot.axis);
        auto viewport = view.viewport();
        viewport.zoom(std::pow(kZoomPerNotch, event.steps), {event.spot.x, event.spot.y});
        view.setViewport(viewport);
        return true;
    }
    wheelRest_ += event.steps;
    const int slices = static_cast<int>(std::trunc(wheelRest_));
    wheelRest_ -= slices;
    if (slices != 0) viewer_.stepSlice(event.spot.axis, slices);
    return true;
}

}  // namespace protolabel::viewer
