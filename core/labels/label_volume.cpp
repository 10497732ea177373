#include "core/labels/label_volume.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/labels/run_length.h"

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

Box LabelVolume::setSlice(const Plane& plane, const LabelSlice& slice) {
    const int width = grid_.size[plane.xAxis()], height = grid_.size[plane.yAxis()];
    if (slice.width != width || slice.height != height)
        throw Error(
            "mask.size", "a slice of {0} x {1} pixels does not fit the volume's {2} x {3}; resample it",
            {std::to_string(slice.width), std::to_string(slice.height), std::to_string(width), std::to_string(height)});
    Box changed;
    const std::size_t step = plane.axis == 0 ? static_cast<std::size_t>(grid_.size[0]) : 1;
    for (int y = 0; y < height; ++y) {
        const auto start = plane.voxel(0, y);
        auto* voxel = &row(start[1], start[2])[start[0]];
        if (step == 1 && std::equal(voxel, voxel + width, &slice.at(0, y))) continue;
        int first = width, last = -1;
        for (int x = 0; x < width; ++x, voxel += step) {
            if (*voxel == slice.at(x, y)) continue;
            *voxel = slice.at(x, y);
            first = std::min(first, x);
            last = x;
        }
        if (first > last) continue;
        const auto lower = plane.voxel(first, y), upper = plane.voxel(last, y);
        changed = changed.united({lower, {upper[0] + 1, upper[1] + 1, upper[2] + 1}});
    }
    return changed;
}

Bytes LabelVolume::encodedSlice(const Plane& plane) const {
    return encodeRuns(slice(plane));
}

Box LabelVolume::setEncodedSlice(const Plane& plane, const Bytes& runs) {
    LabelSlice slice;
    decodeRuns(runs, slice);
    return setSlice(plane, slice);
}

}  // namespace protolabel::labels
