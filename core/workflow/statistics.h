#pragma once

#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/imaging/volume.h"
#include "core/project/project_store.h"

namespace protolabel::workflow {

/// One annotated label on one volume, in voxels of its own grid.
struct LabelStatistics {
    std::string volume;
    LabelId label;
    std::string labelName;
    int slices = 0;  ///< that show it
    std::int64_t voxels = 0;
    double ml = 0;
    /// Of the image's finite values there; NaN where there are none, as where the image is missing. `sd` is the population's (divided by n).
    double mean = 0, sd = 0, min = 0, max = 0;
};
struct StatisticsOutcome {
    std::vector<LabelStatistics> rows;  ///< by volume, then by label id
    std::vector<std::string> notes;     ///< volumes whose image is missing
};

/// Measures what is annotated; each image is read once, one at a time. `volumes`: names; empty means all. Throws Error "volume.unknown",
/// "volume.changed", what readVolume throws, and Cancelled.
StatisticsOutcome measureLabels(const project::ProjectStore& store, const std::vector<std::string>& volumes,
                                JobControl& control);

/// measureLabels of one volume whose image is in memory (null: it is missing).
std::vector<LabelStatistics> measureVolume(const project::ProjectStore& store, const project::VolumeRecord& volume,
                                           const imaging::Volume* image, JobControl& control);

/// The volume of a voxel, which may be sheared: |determinant| of its edges.
double voxelMm3(const imaging::Geometry& geometry);

/// A table of RFC 4180 with a line of titles.
std::string statisticsCsv(const std::vector<LabelStatistics>& rows);

}  // namespace protolabel::workflow
