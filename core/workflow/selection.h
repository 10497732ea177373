#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/project/project_store.h"

/// Which volumes, labels and slices of a project a step works on.
namespace protolabel::workflow {

/// By name, in the given order; an empty list means all. Throws Error "volume.unknown" and, where the project has none, "project.empty".
std::vector<project::VolumeRecord> selectVolumes(const project::ProjectStore& store,
                                                 const std::vector<std::string>& names);
/// By name or id; an empty list means all. Throws Error "label.unknown" and, where the project has none, "project.empty".
std::vector<labels::Label> selectLabels(const project::ProjectStore& store, const std::vector<std::string>& namesOrIds);

/// Parses "12,15,20-24" (0-based, both ends included) into ascending slices. Throws Error "slices.syntax", and "slices.range"
/// for a slice that a volume of `slices` slices does not have.
std::set<int> parseSlices(const std::string& text, int slices);

}  // namespace protolabel::workflow
