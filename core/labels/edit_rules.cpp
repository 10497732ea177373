#include "core/labels/edit_rules.h"

#include "core/base/error.h"

namespace protolabel::labels {

namespace {

constexpr std::uint8_t kLocked = 1;
constexpr std::uint8_t kKept = 2;
constexpr std::size_t kLabels = 65536;

}  // namespace

Gate::Gate(const EditRules& rules) : flags_(kLabels), range_(rules.range), image_(rules.image) {
    if (range_ && !image_)
        throw Error("edit.range", "there is no image to read the intensity range from; open the volume first");
    if (rules.over == PaintOver::Background || rules.over == PaintOver::OneLabel) flags_.assign(kLabels, kKept);
    if (rules.over == PaintOver::Background) flags_[0] = 0;
    if (rules.over == PaintOver::OneLabel) flags_[rules.onlyLabel] = 0;
    for (const auto& label : rules.labels) {
        auto& flags = flags_.at(static_cast<std::size_t>(label.id.value));
        if (rules.over == PaintOver::Visible && !label.visible) flags |= kKept;
        if (label.locked) flags |= kLocked;
    }
}

bool Gate::locked(std::uint16_t label, Stopped& stopped) const {
    if ((flags_[label] & kLocked) == 0) return false;
    ++stopped.locked;
    stopped.lockedLabel = label;
    return true;
}

bool Gate::inRange(std::size_t offset, Stopped& stopped) const {
    if (!range_ || range_->contains(image_[offset])) return true;
    ++stopped.outOfRange;
    return false;
}

bool Gate::paints(std::uint16_t old, std::uint16_t label, std::size_t offset, Stopped& stopped) const {
    if (locked(label, stopped) || locked(old, stopped)) return false;
    if ((flags_[old] & kKept) != 0) {
        ++stopped.kept;
        stopped.keptLabel = old;
        return false;
    }
    return inRange(offset, stopped);
}

bool Gate::erases(std::uint16_t old, std::size_t offset, Stopped& stopped) const {
    return !locked(old, stopped) && inRange(offset, stopped);
}

}  // namespace protolabel::labels
