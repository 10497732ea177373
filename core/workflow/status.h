#pragma once

#include <map>
#include <vector>

#include "core/project/project_store.h"

namespace protolabel::workflow {

struct VolumeStatus {
    project::VolumeRecord record;
    bool missing = false;  ///< its file is not where it was
    int slices = 0;
    int annotatedSlices = 0;
    std::map<LabelId, std::int64_t> voxels;      ///< annotated, per label
    std::map<LabelId, int> proposals;            ///< slices with one, per label
    std::map<project::ReviewState, int> states;  ///< slices per state, Untouched left out
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
