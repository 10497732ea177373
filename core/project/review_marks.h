#pragma once

#include "core/project/project_store.h"

/// What readers decide of a slice.
namespace protolabel::project {

/// Flags a slice, or takes the flag back: it is then what its proposals and its annotation make of it.
void flagSlice(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice, bool flagged);

/// A second reader agrees with what is annotated. Throws Error "review.proposed" while something is proposed there.
void confirmSlice(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice);

}  // namespace protolabel::project
