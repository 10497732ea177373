#pragma once

#include "core/imaging/label_map.h"
#include "core/project/project_store.h"

/// What a project knows about the labels of one volume, as a label map on the volume's grid.
namespace protolabel::workflow {

imaging::LabelMap annotationMap(const project::ProjectStore& store, const project::VolumeRecord& volume);

/// Of two proposals for one voxel the more confident one.
imaging::LabelMap proposalMap(const project::ProjectStore& store, const project::VolumeRecord& volume);

}  // namespace protolabel::workflow
