#include "core/labels/stroke_delta.h"

#include <algorithm>
#include <limits>

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
        for (std::size_t i = 0; i < run.length; ++i) add(volume.voxels()[run.begin + i]);
    }
    return found;
}

std::vector<int> StrokeDelta::slices(const Grid& grid, int axis) const {
    const auto width = static_cast<std::size_t>(grid.size[0]), height = static_cast<std::size_t>(grid.size[1]);
    std::vector<char> changed(static_cast<std::size_t>(grid.size[axis]));
    for (const auto& run : runs_) {
        const auto first = axis == 0   ? run.begin % width
                           : axis == 1 ? run.begin / width % height
                                       : run.begin / (width * height);
        std::fill_n(changed.begin() + static_cast<std::ptrdiff_t>(first), axis == 0 ? run.length : 1, char{1});
    }
    std::vector<int> slices;
    for (int slice = 0; slice < grid.size[axis]; ++slice)
        if (changed[static_cast<std::size_t>(slice)]) slices.push_back(slice);
    return slices;
}

}  // namespace protolabel::labels
