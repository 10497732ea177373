#include "core/labels/label_volume.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/labels/end_of_run.h"
#include "core/labels/slice_runs.h"

namespace protolabel::labels {

namespace {

const Grid& checked(const Grid& grid) {
    for (int a = 0; a < 3; ++a)
        if (grid.size[a] < 1 || grid.size[a] > 65535 || !(grid.spacing[a] > 0))
            throw Error("labels.grid", "a volume of {0} x {1} x {2} voxels cannot be annotated; resample it",
                        {std::to_string(grid.size[0]), std::to_string(grid.size[1]), std::to_string(grid.size[2])});
    return grid;
}

}  // namespace

LabelVolume::LabelVolume(const Grid& grid) : grid_(checked(grid)), voxels_(grid.offset(0, 0, grid.size[2])) {}

LabelSlice LabelVolume::slice(const Plane& plane) const {
    LabelSlice slice(grid_.size[plane.xAxis()], grid_.size[plane.yAxis()]);
    const std::size_t step = plane.axis == 0 ? static_cast<std::size_t>(grid_.size[0]) : 1;
    for (int y = 0; y < slice.height; ++y) {
        const auto first = plane.voxel(0, y);
        const auto* voxel = &row(first[1], first[2])[first[0]];
        for (int x = 0; x < slice.width; ++x, voxel += step) slice.at(x, y) = *voxel;
    }
    return slice;
}

SliceChange LabelVolume::setSlice(const Plane& plane, const SliceRuns& slice) {
    const int width = grid_.size[plane.xAxis()], height = grid_.size[plane.yAxis()];
    if (slice.width != width || slice.height != height)
        throw Error(
            "mask.size", "a slice of {0} x {1} pixels does not fit the volume's {2} x {3}; resample it",
            {std::to_string(slice.width), std::to_string(slice.height), std::to_string(width), std::to_string(height)});
    SliceChange change;
    const std::size_t step = plane.axis == 0 ? static_cast<std::size_t>(grid_.size[0]) : 1;
    const auto setPart = [&](int y, int begin, int end, std::uint16_t value) {
        const auto start = plane.voxel(begin, y);
        auto* const voxels = &row(start[1], start[2])[start[0]];
        const int count = end - begin;
        int first = count, last = -1;
        for (int x = 0; x < count;) {
            auto* const voxel = voxels + static_cast<std::size_t>(x) * step;
            const auto old = *voxel;
            const int stop = step == 1 ? static_cast<int>(endOfRun(voxel, voxels + count) - voxels) : x + 1;
            if (old != value) {
                for (auto* at = voxel; at != voxels + static_cast<std::size_t>(stop) * step; at += step) *at = value;
                if (old != 0) change.labels.insert(old);
                first = std::min(first, x);
                last = stop - 1;
            }
            x = stop;
        }
        if (last < 0) return;
        if (value != 0) change.labels.insert(value);
        const auto lower = plane.voxel(begin + first, y), upper = plane.voxel(begin + last, y);
        change.box = change.box.united({lower, {upper[0] + 1, upper[1] + 1, upper[2] + 1}});
    };
    std::uint32_t begin = 0;
    for (const auto& run : slice.runs)
        while (begin < run.end) {
            const int y = static_cast<int>(begin) / width, x = static_cast<int>(begin) % width;
            const int end = static_cast<int>(std::min<std::uint32_t>(static_cast<std::uint32_t>(width),
                                                                     static_cast<std::uint32_t>(x) + run.end - begin));
            setPart(y, x, end, run.value);
            begin += static_cast<std::uint32_t>(end - x);
        }
    return change;
}

}  // namespace protolabel::labels
