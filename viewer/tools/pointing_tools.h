#pragma once

#include "viewer/tools/tool.h"

/// Tools that change nothing of the annotation.
namespace protolabel::viewer {

/// Left moves the crosshair of all views. Zoom, pan and slices are the views' own.
class NavigateTool : public Tool {
public:
    using Tool::Tool;

protected:
    bool handle(const PointerEvent& event) override;
};

/// Left click chooses the label under the pointer.
class PickTool : public Tool {
public:
    using Tool::Tool;

protected:
    bool handle(const PointerEvent& event) override;
};

/// Left click takes the intensity range of the surroundings (labels::rangeAround), dragging widens it by all that is passed.
class RangeTool : public Tool {
public:
    using Tool::Tool;

    bool busy() const override { return found_.has_value(); }
    void cancel() override { found_.reset(); }

protected:
    bool handle(const PointerEvent& event) override;

private:
    std::optional<labels::IntensityRange> found_;
};

/// Dragging with the left button: right widens the window, down raises its level; 256 device pixels are its width at the press. 1 to 9 choose
/// a preset; Escape takes the drag back. What the window is now is said at the pointer.
class WindowTool : public Tool {
public:
    using Tool::Tool;

    bool key(const KeyEvent& event) override;
    bool busy() const override { return pressed_.has_value(); }
    void cancel() override;
    void deactivate() override { pressed_.reset(); }

protected:
    bool handle(const PointerEvent& event) override;

private:
    void show(const Window& window);

    std::optional<Spot> pressed_;
    Window before_;
};

}  // namespace protolabel::viewer
