#include "viewer/tools/stroke.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace protolabel::viewer {

namespace {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

std::string nameOf(const std::vector<labels::Label>& table, std::uint16_t id) {
    const auto found =
        std::find_if(table.begin(), table.end(), [id](const auto& label) { return label.id.value == id; });
    return found == table.end() ? std::to_string(id) : found->name;
}

}  // namespace

Stroke::Stroke(ToolContext& context, const labels::EditRules& rules, Message name, std::string tool,
               std::uint64_t begun)
    : context_(context),
      range_(rules.range),
      name_(std::move(name)),
      tool_(std::move(tool)),
      begun_(begun),
      session_(*context.labels(), rules) {}

Stroke::~Stroke() {
    if (!session_.delta().empty()) write([&] { session_.rollback(); });
}

template <class Write>
void Stroke::write(Write&& write) {
    const auto before = session_.stopped();
    const auto done = session_.delta().voxels() + session_.reached();
    {
        const auto lock = context_.lockLabels();
        write();
    }
    if (const auto box = session_.takeChanged(); !box.empty()) context_.labelsChanged(box);
    context_.say(reason(before, session_.delta().voxels() + session_.reached() != done));
}

/// A lock is always said. The rules that the user chose are said where they leave nothing painted.
std::optional<Message> Stroke::reason(const labels::Stopped& before, bool effective) const {
    const auto& now = session_.stopped();
    if (now.locked > before.locked)
        return Message{"tool.locked", "{0} is locked", {nameOf(context_.labelTable(), now.lockedLabel)}};
    if (effective) return std::nullopt;
    if (now.kept > before.kept) {
        if (now.keptLabel == 0) return Message{"tool.kept.background", "background is not painted over", {}};
        return Message{"tool.kept", "{0} is not painted over", {nameOf(context_.labelTable(), now.keptLabel)}};
    }
    if (now.outOfRange > before.outOfRange)
        return Message{"tool.range", "outside {0}..{1}", {number(range_->low), number(range_->high)}};
    return std::nullopt;
}

void Stroke::paint(const labels::VoxelRuns& runs, std::uint16_t label) {
    write([&] { session_.paint(runs, label); });
}

void Stroke::erase(const labels::VoxelRuns& runs, std::uint16_t label) {
    write([&] { session_.erase(runs, label); });
}

void Stroke::finish(std::uint64_t now) {
    if (session_.delta().empty()) return;
    const double seconds = now > begun_ ? static_cast<double>(now - begun_) / 1000 : 0;
    context_.commit({name_, tool_, session_.delta(), seconds});
    session_.commit();
}

}  // namespace protolabel::viewer
