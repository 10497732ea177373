#pragma once

#include "viewer/base/events.h"

namespace protolabel::viewer {

class ViewerWidget;

/// What the pointer does in a slice view where no tool takes the event: left places the crosshair (and so does Shift and moving), right
/// drags the zoom, middle or Space and left pan, the wheel goes through slices, with Control it zooms, a double click enlarges the view.
class Navigation : public EventFilter {
public:
    explicit Navigation(ViewerWidget& viewer) : viewer_(viewer) {}

    void holdSpace();     ///< left pans until it is released
    bool releaseSpace();  ///< whether nothing was panned meanwhile

    /// Whether the event is not the tool's: a drag of the navigation is under way, or a pan begins.
    bool comesFirst(const PointerEvent& event) const;

    bool pointer(const PointerEvent& event) override;
    bool wheel(const WheelEvent& event) override;

private:
    enum class Drag { None, Pan, Zoom, Position };
    Drag dragFor(const PointerEvent& event) const;
    void drag(const PointerEvent& event);

    ViewerWidget& viewer_;
    Drag drag_ = Drag::None;
    Button dragButton_ = Button::None;
    Spot start_, last_;
    bool spaceHeld_ = false, spaceUsed_ = false;
    double wheelRest_ = 0;  ///< part of a slice that the wheel has turned
};

}  // namespace protolabel::viewer
