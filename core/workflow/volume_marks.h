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

/// Notes that `label` is completely annotated on `volume`: where the annotation does not show it, it is absent. A part of an edit.
void markComplete(project::ProjectWriter& writer, VolumeId volume, LabelId label);
/// Whether somebody said so, of the label or of the whole volume (`marks` of the project). Accepted slices alone do not say it: they tell nothing of
/// the slices where nothing was proposed.
bool isComplete(const project::ProjectStore& store, const VolumeMarks& marks, VolumeId volume, LabelId label);

}  // namespace protolabel::workflow
