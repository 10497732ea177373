#include "core/consensus/disagreement.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/sha256.h"
#include "core/labels/components.h"

namespace protolabel::consensus {

using labels::VoxelRuns;

namespace {

using Pair = std::pair<std::uint16_t, std::uint16_t>;

/// What the annotators say, pair by pair.
std::map<Pair, VoxelRuns> differingRuns(const labels::LabelVolume& mine, const labels::LabelVolume& theirs,
                                        JobControl& control) {
    std::map<Pair, VoxelRuns> runs;
    const auto& size = mine.grid().size;
    for (int k = 0; k < size[2]; ++k) {
        control.check();
        for (int j = 0; j < size[1]; ++j) {
            const auto* a = mine.row(j, k);
            const auto* b = theirs.row(j, k);
            for (int i = 0; i < size[0];) {
                const Pair here(a[i], b[i]);
                const int begin = i;
                while (++i < size[0] && Pair(a[i], b[i]) == here) {
                }
                if (here.first != here.second) runs[here].push_back({k, j, begin, i});
            }
        }
    }
    return runs;
}

int sliceOf(const labels::VoxelRun& run, int axis) {
    return axis == 2 ? run.k : run.j;
}

labels::Index3 centreOf(const VoxelRuns& runs, int axis) {
    std::map<int, std::int64_t> sizes;
    for (const auto& run : runs) {
        if (axis == 0)
            for (int i = run.begin; i < run.end; ++i) ++sizes[i];
        else
            sizes[sliceOf(run, axis)] += run.end - run.begin;
    }
    const auto slice = std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
                           return a.second < b.second;
                       })->first;
    std::vector<const labels::VoxelRun*> longest;  // in the order of rows
    for (const auto& run : runs) {
        if (axis == 0 ? slice < run.begin || slice >= run.end : sliceOf(run, axis) != slice) continue;
        const int length = run.end - run.begin;
        const int most = longest.empty() ? 0 : longest.front()->end - longest.front()->begin;
        if (length > most) longest.clear();
        if (length >= most) longest.push_back(&run);
    }
    const auto& middle = *longest[longest.size() / 2];
    return {axis == 0 ? slice : (middle.begin + middle.end - 1) / 2, middle.j, middle.k};
}

}  // namespace

std::string Disagreement::key() const {
    Sha256 hash;
    hash.update(&mine, sizeof mine);
    hash.update(&theirs, sizeof theirs);
    for (const auto& run : runs) hash.update(&run, sizeof run);
    return hash.hex().substr(0, 16);
}

std::vector<Disagreement> disagreements(const labels::LabelVolume& mine, const labels::LabelVolume& theirs, int axis,
                                        JobControl& control) {
    std::vector<Disagreement> all;
    for (const auto& [pair, runs] : differingRuns(mine, theirs, control)) {
        control.check();
        for (auto& part : labels::componentsOf(runs)) {
            Disagreement one{pair.first, pair.second, std::move(part)};
            one.voxels = labels::voxelCount(one.runs);
            one.box = labels::boundsOf(one.runs);
            one.centre = centreOf(one.runs, axis);
            all.push_back(std::move(one));
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.voxels != b.voxels ? a.voxels > b.voxels : a.runs.front() < b.runs.front();
    });
    return all;
}

}  // namespace protolabel::consensus
