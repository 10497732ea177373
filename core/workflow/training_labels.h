#pragma once

#include <vector>

#include "core/engine/messages.h"
#include "core/project/project_store.h"
#include "core/workflow/blob_shelf.h"

namespace protolabel::workflow {

/// Puts finishedLabels of the records, which are those of request.volumes in the same order, on the shelf and into the request. They are what
/// is finished now: who goes on drawing does not change what is learned.
void addLabels(const project::ProjectStore& store, const std::vector<project::VolumeRecord>& records, BlobShelf& shelf,
               engine::TrainRequest& request);

}  // namespace protolabel::workflow
