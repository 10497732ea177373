#pragma once

#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/labels/brush.h"
#include "core/labels/edit_session.h"
#include "core/labels/polygon.h"
#include "viewer/base/events.h"
#include "viewer/base/graphics.h"
#include "viewer/base/window.h"

namespace protolabel::viewer {

/// A text for the user, as Error carries it: translated by its code, English by default.
struct Message {
    std::string code;  ///< "tool.locked"
    std::string text;  ///< "{0} is locked"
    std::vector<std::string> args;
    bool operator==(const Message&) const = default;
    std::string english() const { return formatText(text, args); }
};

/// How the user wants to draw. Tools change the size of the tip; everything else belongs to the panel that shows it.
struct DrawSettings {
    labels::BrushTip tip;
    bool ball = false;      ///< the tip reaches into the neighbouring slices
    bool adaptive = false;  ///< the tip takes only what is like the place where the stroke began, and connected to it
    bool pressureSizes = false;  ///< a pen pressed half draws half as wide
    double similarity = 2.5;     ///< in standard deviations of the values around the start, see labels::rangeAround
    labels::PaintOver over = labels::PaintOver::Everything;
    std::uint16_t onlyLabel = 0;                  ///< of PaintOver::OneLabel
    std::optional<labels::IntensityRange> range;  ///< what Control keeps to; nothing: what is like the start
    bool keepToRange = false;                     ///< without Control too
    bool eraseEveryLabel = false;                 ///< erasing takes the active label only, otherwise
    bool fillVolume = false;                      ///< fill in 3-D
    labels::FillRule fillRule = labels::FillRule::EvenOdd;
    bool operator==(const DrawSettings&) const = default;
};

/// A finished edit, to be stored.
struct ToolEdit {
    Message name;      ///< of the undo entry: "Brush liver"
    std::string tool;  ///< "brush", ... as EditInfo has it
    const labels::StrokeDelta& delta;
    double activeSeconds = 0;
};

/// What a tool sees and changes: implemented by the window, replaced in tests. One thread.
class ToolContext {
public:
    virtual ~ToolContext() = default;

    /// The annotation of the volume shown; null when none is open. It does not change while a tool is busy.
    virtual labels::LabelVolume* labels() = 0;
    /// Held while voxels change: others may be reading them for the surface view.
    [[nodiscard]] virtual std::unique_lock<std::shared_mutex> lockLabels() = 0;
    virtual labels::ScalarView image() const = 0;
    virtual const std::vector<labels::Label>& labelTable() const = 0;
    /// Why nothing may be drawn ("the project is open elsewhere"); nothing when it may.
    virtual std::optional<Message> editingBlocked() const = 0;

    virtual std::uint16_t activeLabel() const = 0;  ///< 0 when none is chosen
    virtual void setActiveLabel(std::uint16_t label) = 0;
    virtual DrawSettings& settings() = 0;
    virtual void settingsChanged() = 0;
    virtual Window window() const = 0;
    virtual void setWindow(const Window& window) = 0;
    virtual std::vector<WindowPreset> windowPresets() const = 0;
    virtual void setCrosshair(const imaging::Vec3& voxel) = 0;

    /// These voxels were changed and have to be drawn again.
    virtual void labelsChanged(const labels::Box& box) = 0;
    /// Stores the edit durably as one undo entry. Throws Error; the tool then takes the edit back and lets the error pass.
    virtual void commit(const ToolEdit& edit) = 0;
    /// Proposals among these voxels of the volume are accepted, or rejected. Throws Error.
    virtual void proposalsChosen(const labels::VoxelRuns& voxels, bool accepted) = 0;
    /// What to show at the pointer, for a few seconds or until the next call; nothing removes it.
    virtual void say(const std::optional<Message>& message) = 0;
    /// The tool's graphics are different now.
    virtual void graphicsChanged() = 0;
};

}  // namespace protolabel::viewer
