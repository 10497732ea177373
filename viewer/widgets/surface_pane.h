#pragma once

#include <functional>

#include "viewer/base/events.h"
#include "viewer/scene/surface_view.h"

namespace protolabel::viewer {

/// The pointer in the surface view: left turns, middle or Shift+left moves, right and wheel zoom, double click places the crosshair.
class SurfacePane {
public:
    explicit SurfacePane(SurfaceView& view) : view_(view) {}

    /// Called with the voxel of the surface that was double-clicked.
    std::function<void(const imaging::Vec3&)> onPick;

    void pointer(const PointerEvent& event);
    void wheel(const WheelEvent& event);

private:
    SurfaceView& view_;
    Spot last_;
};

}  // namespace protolabel::viewer
