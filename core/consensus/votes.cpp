#include "core/consensus/votes.h"

#include "core/base/error.h"

namespace protolabel::consensus {

namespace {

/// Calls found(ballot, first, last) of every stretch of voxels on which all raters stay at what they say.
template <class Found>
void eachStretch(const std::vector<const labels::LabelVolume*>& volume, Found&& found) {
    const auto count = volume.front()->voxels().size();
    Ballot ballot(volume.size());
    for (std::size_t i = 0; i < count;) {
        for (std::size_t r = 0; r < volume.size(); ++r) ballot[r] = volume[r]->voxels()[i];
        auto last = count;
        for (std::size_t r = 0; r < volume.size(); ++r) {
            const auto* voxels = volume[r]->voxels().data();
            auto end = i + 1;
            while (end < last && voxels[end] == ballot[r]) ++end;
            last = end;
        }
        found(ballot, i, last);
        i = last;
    }
}

}  // namespace

void Votes::add(const std::vector<const labels::LabelVolume*>& volume) {
    if (volume.size() != raters_) throw Error("mask.size", "every rater must give every volume once");
    for (const auto* one : volume)
        if (one->grid().size != volume.front()->grid().size)
            throw Error("mask.size", "cannot compare objects on different grids; resample one onto the other", {});
    eachStretch(volume, [this](const Ballot& ballot, std::size_t first, std::size_t last) {
        ballots_[ballot] += static_cast<std::int64_t>(last - first);
    });
}

Verdicts majority(const Votes& votes) {
    Verdicts verdicts;
    for (const auto& [ballot, voxels] : votes.ballots()) {
        std::map<std::uint16_t, int> counts;
        for (const auto label : ballot) ++counts[label];
        int most = 0;
        auto& verdict = verdicts[ballot];
        for (const auto& [label, count] : counts) {
            if (count == most) verdict.reset();
            if (count <= most) continue;
            most = count;
            verdict = label;
        }
    }
    return verdicts;
}

Decided decide(const std::vector<const labels::LabelVolume*>& volume, const Verdicts& verdicts, int axis) {
    const auto& grid = volume.front()->grid();
    const auto columns = static_cast<std::size_t>(grid.size[0]), rows = static_cast<std::size_t>(grid.size[1]);
    Decided decided{labels::LabelVolume(grid)};
    decided.undecided.resize(static_cast<std::size_t>(grid.size[static_cast<std::size_t>(axis)]));
    eachStretch(volume, [&](const Ballot& ballot, std::size_t first, std::size_t last) {
        const auto verdict = verdicts.at(ballot);
        for (auto i = first; i < last; ++i) {
            if (verdict)
                decided.labels.voxels()[i] = *verdict;
            else
                ++decided.undecided[axis == 0 ? i % columns : axis == 1 ? i / columns % rows : i / columns / rows];
        }
    });
    return decided;
}

}  // namespace protolabel::consensus
