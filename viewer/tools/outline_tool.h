#pragma once

#include "viewer/tools/stroke.h"
#include "viewer/tools/tool.h"

namespace protolabel::viewer {

/// Polygon and lasso. Clicks set corners, dragging draws freely; both may be mixed in one outline. An outline that is one single drag is closed by
/// its release. Otherwise a double click, Enter or a click on the first corner closes it; Backspace removes the last corner, Escape all.
/// Begun with the left button it fills its inside with the active label, with the right one it erases there. Control at the first press
/// keeps to the intensity range. It stays on the slice where it was begun.
class OutlineTool : public Tool {
public:
    using Tool::Tool;

    bool key(const KeyEvent& event) override;
    bool busy() const override { return !points_.empty(); }
    void cancel() override;
    Graphics graphics(int axis, int slice) const override;

protected:
    bool handle(const PointerEvent& event) override;

private:
    bool begin(const PointerEvent& event);
    void press(const PointerEvent& event);
    void move(const PointerEvent& event);
    void add(const Spot& spot);
    void close(std::uint64_t now);

    std::vector<labels::Point2> points_;
    std::vector<std::size_t> corners_;  ///< how many points there were before each press
    Spot first_;                        ///< of the outline
    Spot pressed_;                      ///< of the button now held
    std::optional<Spot> hover_;
    Button button_ = Button::None;  ///< that began the outline
    bool held_ = false;             ///< that button is down
    bool dragged_ = false;          ///< and was moved
    bool control_ = false;
    std::uint64_t begun_ = 0, now_ = 0;
};

}  // namespace protolabel::viewer
