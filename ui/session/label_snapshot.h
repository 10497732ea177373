#pragma once

#include <map>
#include <memory>

#include "core/base/job_control.h"
#include "core/imaging/volume.h"
#include "core/labels/voxel_runs.h"
#include "viewer/base/label_source.h"

namespace protolabel::ui {

/// The labels in a part of a volume at one time, as runs: what commands compute with on another thread while the user goes on.
struct LabelSnapshot {
    labels::Grid grid;
    labels::Box box;  ///< of the part
    std::map<std::uint16_t, labels::VoxelRuns> labels;
    std::shared_ptr<const imaging::Volume> image;

    const labels::VoxelRuns& of(std::uint16_t label) const;
    labels::VoxelRuns allBut(std::uint16_t label) const;
    /// The volume around the voxels of those labels, and its place in the whole one: for kernels that want it dense.
    labels::LabelVolume dense(const std::vector<std::uint16_t>& labels, labels::Index3& lower) const;
};

/// Any thread; slice by slice along k. Throws Cancelled.
LabelSnapshot takeSnapshot(const viewer::LabelSource& source, const labels::Grid& grid, const labels::Box& box,
                           std::shared_ptr<const imaging::Volume> image, JobControl& control);

}  // namespace protolabel::ui
