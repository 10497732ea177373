#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

/// The old values of changed voxels as runs, in the order of the changes. A voxel changed twice is in it twice, so nothing needs to
/// be searched while a stroke grows: all is in proportion to the voxels changed.
class StrokeDelta {
public:
    /// Voxel (i, j, k) held `old` until now.
    void record(const Grid& grid, int i, int j, int k, std::uint16_t old);

    /// Puts every old value back, the last change first: afterwards the volume is what it was.
    void restore(LabelVolume& volume) const;

    bool empty() const { return runs_.empty(); }
    const Box& bounds() const { return bounds_; }
    std::int64_t voxels() const { return voxels_; }  ///< changes recorded
    std::size_t bytes() const { return runs_.size() * sizeof(Run); }
    /// The changed voxels slice by slice along `axis`, in the order of the changes.
    std::map<int, std::vector<PlaneRun>> slices(const Grid& grid, int axis) const;

    /// Labels that lost or gained a voxel, of `volume` as it is after the changes.
    std::set<std::uint16_t> labels(const LabelVolume& volume) const;

private:
    struct Run {
        std::size_t begin;  ///< offset in the volume
        std::uint32_t length;
        std::uint16_t old;
    };
    std::vector<Run> runs_;
    std::int64_t voxels_ = 0;
    Box bounds_;
};

}  // namespace protolabel::labels
