#pragma once

#include <set>

#include "core/project/project_store.h"

namespace protolabel::workflow {

/// What an annotator said of whole volumes, beside the review states of their slices. Kept in a setting of the project, so that undo and history
/// have it too.
struct VolumeMarks {
    std::set<VolumeId> complete;  ///< nothing is left to do
    std::set<VolumeId> flagged;   ///< somebody should look at it again
    bool operator==(const VolumeMarks&) const = default;
};

/// Marks that cannot be read count as none.
VolumeMarks volumeMarks(const project::ProjectStore& store);
void putVolumeMarks(project::ProjectWriter& writer, const VolumeMarks& marks);

}  // namespace protolabel::workflow
