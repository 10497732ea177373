#include "viewer/tools/tool.h"

#include <algorithm>
#include <cmath>

namespace protolabel::viewer {

labels::Plane planeOf(const Spot& spot) {
    return {spot.axis, nearestVoxel(spot)[spot.axis]};
}

labels::Point2 pointOf(const Spot& spot) {
    const labels::Plane plane{spot.axis, 0};
    return {spot.voxel[plane.xAxis()], spot.voxel[plane.yAxis()]};
}

labels::Index3 nearestVoxel(const Spot& spot) {
    labels::Index3 v{};
    for (int a = 0; a < 3; ++a) v[a] = static_cast<int>(std::clamp(std::floor(spot.voxel[a] + 0.5), -1e9, 1e9));
    return v;
}

bool presses(const PointerEvent& event) {
    return event.action == PointerAction::Press || event.action == PointerAction::DoubleClick;
}

bool Tool::pointer(const PointerEvent& event) {
    if (!busy() && event.spot.axis >= 0) {
        if (event.modifiers.alt && presses(event) && event.button == Button::Left) return pick(event.spot);
        if (event.modifiers.shift && event.action == PointerAction::Move && event.held == 0 && event.spot.inside) {
            context_.setCrosshair(event.spot.voxel);
            return true;
        }
    }
    return handle(event);
}

Graphics Tool::graphics(int, int) const {
    return {};
}

bool Tool::pick(const Spot& spot) const {
    const auto* volume = context_.labels();
    if (volume == nullptr || !spot.inside) return false;
    const auto label = volume->at(nearestVoxel(spot));
    if (label != 0) context_.setActiveLabel(label);
    return true;
}

const labels::Label* Tool::find(std::uint16_t label) const {
    const auto& table = context_.labelTable();
    const auto found = std::find_if(table.begin(), table.end(), [label](const auto& l) { return l.id.value == label; });
    return found == table.end() ? nullptr : &*found;
}

std::string Tool::nameOf(std::uint16_t label) const {
    const auto* known = find(label);
    return known != nullptr ? known->name : std::to_string(label);
}

labels::Color Tool::colorOf(std::uint16_t label) const {
    const auto* known = find(label);
    return known != nullptr ? known->color : labels::Color{255, 255, 255};
}

bool Tool::mayDraw() const {
    std::optional<Message> reason;
    if (context_.labels() == nullptr)
        reason = Message{"tool.volume", "open a volume to draw on", {}};
    else if (const auto blocked = context_.editingBlocked())
        reason = blocked;
    else if (context_.activeLabel() == 0)
        reason = Message{"tool.label", "choose a label to draw with", {}};
    if (reason) context_.say(reason);
    return !reason;
}

labels::EditRules Tool::rules(bool keep, const Spot& spot) const {
    const auto& settings = context_.settings();
    labels::EditRules rules{context_.labelTable(), settings.over, settings.onlyLabel, {}, context_.image()};
    if ((keep || settings.keepToRange) && rules.image)
        rules.range = settings.range ? *settings.range
                                     : labels::rangeAround(context_.labels()->grid(), rules.image, planeOf(spot),
                                                           pointOf(spot), settings.similarity);
    return rules;
}

}  // namespace protolabel::viewer
