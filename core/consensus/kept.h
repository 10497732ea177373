#pragma once

#include <set>
#include <string>

#include "core/project/project_store.h"

/// Disagreements that were looked at and in which the project's own annotation stays: they are not asked about again. Kept in a setting of the
/// project, so that undo and history have them.
namespace protolabel::consensus {

std::set<std::string> keptKeys(const project::ProjectStore& store, VolumeId volume);  ///< Disagreement::key
void putKeptKeys(project::ProjectWriter& writer, VolumeId volume, const std::set<std::string>& keys);

}  // namespace protolabel::consensus
