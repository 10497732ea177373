#pragma once

#include <set>
#include <vector>

#include "core/labels/grid.h"
#include "core/labels/image2d.h"

namespace protolabel::labels {

struct SliceRuns;

struct SliceChange {
    Box box;                         ///< the smallest around what changed
    std::set<std::uint16_t> labels;  ///< that lost or gained voxels, without the background
};

/// The exclusive label map of one volume in memory, dense (2 bytes a voxel), for editing. One thread at a time.
class LabelVolume {
public:
    /// All background. Throws Error "labels.grid" unless every side is 1..65535 and every spacing positive.
    explicit LabelVolume(const Grid& grid);

    const Grid& grid() const { return grid_; }
    std::uint16_t at(const Index3& v) const { return voxels_[grid_.offset(v[0], v[1], v[2])]; }
    /// The voxels (0..size[0], j, k).
    const std::uint16_t* row(int j, int k) const { return voxels_.data() + grid_.offset(0, j, k); }
    std::uint16_t* row(int j, int k) { return voxels_.data() + grid_.offset(0, j, k); }
    const std::vector<std::uint16_t>& voxels() const { return voxels_; }
    std::vector<std::uint16_t>& voxels() { return voxels_; }

    LabelSlice slice(const Plane& plane) const;
    /// Throws Error "mask.size" when the slice does not fit. Several threads may set slices of one axis, each its own, at a time.
    SliceChange setSlice(const Plane& plane, const SliceRuns& slice);

private:
    Grid grid_;
    std::vector<std::uint16_t> voxels_;
};

}  // namespace protolabel::labels
