#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::consensus {

/// A connected part of a volume (over faces) in which one annotator says `mine` and the other `theirs`; 0 is background.
struct Disagreement {
    std::uint16_t mine = 0, theirs = 0;
    labels::VoxelRuns runs;
    std::int64_t voxels = 0;
    labels::Box box = {};
    labels::Index3
        centre{};  ///< a voxel of it: on the slice of `axis` where it is largest, the middle of the longest runs

    /// Names it by what it is: labels and voxels. Equal wherever the same is found again.
    std::string key() const;
};

/// The largest first; of equal ones the first voxel decides. `axis`: the slice axis. Grids must agree. Throws Cancelled.
std::vector<Disagreement> disagreements(const labels::LabelVolume& mine, const labels::LabelVolume& theirs, int axis,
                                        JobControl& control);

}  // namespace protolabel::consensus
