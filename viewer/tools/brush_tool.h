#pragma once

#include <memory>

#include "viewer/tools/stroke.h"
#include "viewer/tools/tool.h"

namespace protolabel::viewer {

/// Least and greatest radius of the brush, in voxels or millimetres.
inline constexpr double kSmallestRadius = 0.5, kLargestRadius = 200;

/// Proposals: what is stroked over is not drawn, but what is proposed there is accepted (right button: rejected) at the end of the stroke.
enum class BrushMode { Paint, Erase, Proposals };

/// Brush and eraser. Left draws, right erases (the eraser: both erase), and so does the other end of a pen. A stroke covers everything between
/// two events. Control at the press keeps it to the intensity range. It belongs to the button that began it: other buttons do nothing until
/// that one is released, on the image or beside it; Escape takes the stroke back. Shift and the wheel, [ and ] change the size.
class BrushTool : public Tool {
public:
    BrushTool(ToolContext& context, BrushMode mode) : Tool(context), mode_(mode) {}

    bool wheel(const WheelEvent& event) override;
    bool key(const KeyEvent& event) override;
    bool busy() const override { return stroke_ != nullptr || choosing_; }
    void cancel() override;
    void settle() override;
    void deactivate() override;
    Graphics graphics(int axis, int slice) const override;

protected:
    bool handle(const PointerEvent& event) override;

private:
    bool begin(const PointerEvent& event);
    void extend(const PointerEvent& event);
    void extendChoice(const Spot& from, const Spot& to, const labels::VoxelRuns& runs);
    void finish(std::uint64_t now);
    void resize(double steps);
    labels::BrushTip tipOf(const PointerEvent& event) const;
    labels::VoxelRuns swept(const labels::BrushTip& tip, const Spot& from, const Spot& to) const;

    BrushMode mode_;
    std::unique_ptr<Stroke> stroke_;
    Button button_ = Button::None;  ///< that began the stroke
    bool erasing_ = false;
    std::uint16_t label_ = 0;                        ///< of the stroke
    Spot last_;                                      ///< of the stroke
    std::uint64_t now_ = 0;                          ///< time of the last event
    std::optional<labels::IntensityRange> similar_;  ///< of an adaptive stroke
    std::optional<Spot> hover_;
    bool choosing_ = false;     ///< a stroke over proposals is under way
    labels::VoxelRuns chosen_;  ///< by it
    Polyline way_;              ///< its
};

}  // namespace protolabel::viewer
