#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "core/labels/grid.h"
#include "core/labels/image2d.h"

namespace protolabel::labels {

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
    /// Returns the smallest box around what changed. Throws Error "mask.size" when the slice does not fit.
    Box setSlice(const Plane& plane, const LabelSlice& slice);

    /// The same in the project's run-length code (run_length.h). Throws Error "runs.damaged" too.
    Bytes encodedSlice(const Plane& plane) const;
    Box setEncodedSlice(const Plane& plane, const Bytes& runs);

private:
    Grid grid_;
    std::vector<std::uint16_t> voxels_;
};

}  // namespace protolabel::labels
