#include "core/labels/stroke_delta.h"

#include <algorithm>
#include <limits>

#include "core/labels/end_of_run.h"

namespace protolabel::labels {

void StrokeDelta::record(const Grid& grid, int i, int j, int k, std::uint16_t old) {
    const auto offset = grid.offset(i, j, k);
    ++voxels_;
    if (!runs_.empty()) {
        auto& last = runs_.back();
        // Not across the end of a row: the bounds count on it.
        if (i > 0 && last.begin + last.length == offset && last.old == old &&
            last.length < std::numeric_limits<std::uint32_t>::max()) {
            ++last.length;
            bounds_.upper[0] = std::max(bounds_.upper[0], i + 1);
            return;
        }
    }
    runs_.push_back({offset, 1, old});
    bounds_ = bounds_.united({{i, j, k}, {i + 1, j + 1, k + 1}});
}

void StrokeDelta::restore(LabelVolume& volume) const {
    auto* const voxels = volume.voxels().data();
    for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) std::fill_n(voxels + run->begin, run->length, run->old);
}

std::set<std::uint16_t> StrokeDelta::labels(const LabelVolume& volume) const {
    std::set<std::uint16_t> found;
    std::uint16_t latest = 0;
    const auto add = [&](std::uint16_t label) {
        if (label != 0 && label != latest) found.insert(latest = label);
    };
    for (const auto& run : runs_) {
        add(run.old);
        const auto* const end = volume.voxels().data() + run.begin + run.length;
        for (const auto* at = end - run.length; at != end; at = endOfRun(at, end)) add(*at);
    }
    return found;
}

std::map<int, std::vector<PlaneRun>> StrokeDelta::slices(const Grid& grid, int axis) const {
    const auto width = static_cast<std::size_t>(grid.size[0]), height = static_cast<std::size_t>(grid.size[1]);
    std::map<int, std::vector<PlaneRun>> slices;
    for (const auto& run : runs_) {
        const auto i = static_cast<int>(run.begin % width), end = i + static_cast<int>(run.length);
        const auto j = static_cast<int>(run.begin / width % height), k = static_cast<int>(run.begin / (width * height));
        if (axis == 2)
            slices[k].push_back({j, i, end});
        else if (axis == 1)
            slices[j].push_back({k, i, end});
        else
            for (int x = i; x < end; ++x) slices[x].push_back({k, j, j + 1});
    }
    return slices;
}

}  // namespace protolabel::labels
