#include "core/labels/edit_session.h"

#include <algorithm>
#include <utility>

namespace protolabel::labels {

EditSession::EditSession(LabelVolume& volume, const EditRules& rules) : volume_(volume), gate_(rules) {}

template <class Allowed>
void EditSession::write(const VoxelRuns& runs, std::uint16_t value, Allowed&& allowed) {
    const auto& grid = volume_.grid();
    for (const auto& run : runs) {
        if (run.k < 0 || run.k >= grid.size[2] || run.j < 0 || run.j >= grid.size[1]) continue;
        auto* const row = volume_.row(run.j, run.k);
        int first = grid.size[0], last = -1;
        for (int i = std::max(run.begin, 0); i < std::min(run.end, grid.size[0]); ++i) {
            if (row[i] == value) {
                reached_ += value != 0;
                continue;
            }
            if (!allowed(row[i], grid.offset(i, run.j, run.k))) continue;
            reached_ += value != 0;
            delta_.record(grid, i, run.j, run.k, row[i]);
            row[i] = value;
            first = std::min(first, i);
            last = i;
        }
        if (first <= last) changed_ = changed_.united({{first, run.j, run.k}, {last + 1, run.j + 1, run.k + 1}});
    }
}

void EditSession::paint(const VoxelRuns& runs, std::uint16_t label) {
    write(runs, label,
          [&](std::uint16_t old, std::size_t offset) { return gate_.paints(old, label, offset, stopped_); });
}

void EditSession::erase(const VoxelRuns& runs, std::uint16_t label) {
    write(runs, 0, [&](std::uint16_t old, std::size_t offset) {
        return (label == 0 || old == label) && gate_.erases(old, offset, stopped_);
    });
}

void EditSession::replace(const VoxelRuns& before, const VoxelRuns& after, std::uint16_t label) {
    erase(subtracted(before, after), label);
    paint(subtracted(after, before), label);
}

Box EditSession::takeChanged() {
    return std::exchange(changed_, Box());
}

void EditSession::rollback() {
    delta_.restore(volume_);
    changed_ = changed_.united(delta_.bounds());
    delta_ = StrokeDelta();
    stopped_ = Stopped();
    reached_ = 0;
}

StrokeDelta EditSession::commit() {
    stopped_ = Stopped();
    reached_ = 0;
    return std::exchange(delta_, StrokeDelta());
}

}  // namespace protolabel::labels
