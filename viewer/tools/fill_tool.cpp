#include "viewer/tools/fill_tool.h"

#include "core/labels/flood_fill.h"
#include "viewer/tools/stroke.h"

namespace protolabel::viewer {

static bool reachesEdge(const labels::VoxelRuns& runs, const labels::Box& box) {
    const auto bounds = labels::boundsOf(runs);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const bool flat = box.upper[axis] - box.lower[axis] == 1;
        if (!flat && (bounds.lower[axis] == box.lower[axis] || bounds.upper[axis] == box.upper[axis])) return true;
    }
    return false;
}

bool FillTool::handle(const PointerEvent& event) {
    if (event.spot.axis < 0 || !presses(event)) return false;
    if (event.button != Button::Left && event.button != Button::Right) return false;
    if (!event.spot.inside || !mayDraw()) return true;

    auto& volume = *context().labels();
    const auto seed = nearestVoxel(event.spot);
    const auto old = volume.at(seed), label = context().activeLabel();
    const auto box =
        context().settings().fillVolume ? volume.grid().box() : planeOf(event.spot).of(volume.grid().box());
    const auto rules = this->rules(event.modifiers.control, event.spot);
    JobControl control;
    const auto runs = rules.range ? labels::floodSimilar(volume, rules.image, *rules.range, seed, box, control)
                                  : labels::floodLabel(volume, seed, box, control);

    const bool erases = event.button == Button::Right;
    const Message name = erases ? Message{"edit.fill.erase", "Erase region of {0}", {nameOf(old)}}
                                : Message{"edit.fill", "Fill {0}", {nameOf(label)}};
    Stroke stroke(context(), rules, name, "fill", event.time);
    if (runs.empty() && rules.range)
        context().say(Message{"tool.fill.range", "the value here is outside the intensity range", {}});
    else if (!erases && old == 0 && !rules.range && !event.modifiers.shift && reachesEdge(runs, box))
        context().say(
            Message{"tool.fill.open",
                    "this region reaches the edge: close the contour, or hold Ctrl to keep to similar values; "
                    "Shift fills it all the same",
                    {}});
    else if (erases && old != 0)
        stroke.erase(runs, old);
    else if (!erases)
        stroke.paint(runs, label);
    stroke.finish(event.time);
    return true;
}

}  // namespace protolabel::viewer
