#pragma once

#include "viewer/tools/tool_context.h"

namespace protolabel::viewer {

/// What the pointer and keys do while a tool is chosen. In every tool Alt and a click picks the label under the pointer, and Shift and moving
/// without a button moves the crosshair. Coordinates come from the view; a tool knows nothing of pixels but the distance of a drag.
class Tool : public EventFilter {
public:
    explicit Tool(ToolContext& context) : context_(context) {}
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    bool pointer(const PointerEvent& event) final;

    /// A stroke or outline is under way.
    virtual bool busy() const { return false; }
    /// Takes back what is under way.
    virtual void cancel() {}
    /// The annotation is about to be changed by others, or to be replaced: voxels drawn so far are committed. Throws what commit throws.
    virtual void settle() {}
    /// Another tool or volume is chosen: what was drawn is kept, an outline that is not closed is dropped. Throws what commit throws.
    virtual void deactivate() { cancel(); }
    /// Over the slice `slice` along `axis`.
    virtual Graphics graphics(int axis, int slice) const;

protected:
    /// What is left after the common gestures.
    virtual bool handle(const PointerEvent& event) = 0;

    ToolContext& context() const { return context_; }
    /// Says why not, where not: no volume, drawing blocked, no label chosen. Locks are the stroke's business.
    bool mayDraw() const;
    bool pick(const Spot& spot) const;
    const labels::Label* find(std::uint16_t label) const;
    std::string nameOf(std::uint16_t label) const;  ///< its number when it has no name
    labels::Color colorOf(std::uint16_t label) const;
    /// The settings as rules; with `keep`, within the range that was set or the one of `spot`'s surroundings.
    labels::EditRules rules(bool keep, const Spot& spot) const;

private:
    ToolContext& context_;
};

labels::Plane planeOf(const Spot& spot);
labels::Point2 pointOf(const Spot& spot);  ///< in its plane
labels::Index3 nearestVoxel(const Spot& spot);

/// A double click is a press for tools that have no use for it.
bool presses(const PointerEvent& event);

}  // namespace protolabel::viewer
