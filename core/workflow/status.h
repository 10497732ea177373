#pragma once

#include <map>
#include <vector>

#include "core/project/project_store.h"

namespace protolabel::workflow {

struct VolumeStatus : project::VolumeCounts {
    project::VolumeRecord record;
    bool missing = false;  ///< its file is not where it was
    int slices = 0;
};

struct ProjectStatus {
    std::vector<VolumeStatus> volumes;
    std::vector<labels::Label> labels;
    std::vector<project::Support> supports;
    std::vector<project::ModelRecord> models;
};

/// Reads no image and decodes no mask.
ProjectStatus statusOf(const project::ProjectStore& store);

}  // namespace protolabel::workflow
