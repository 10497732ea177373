#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/labels/label_volume.h"
#include "core/project/project_store.h"

/// What projects of several annotators have in common. Nothing is written to any of them.
namespace protolabel::consensus {

using Projects = std::vector<const project::ProjectStore*>;

/// The same image in every project.
struct CommonVolume {
    std::vector<project::VolumeRecord> in;  ///< by project; the grids agree, slice axes may differ
    const project::VolumeRecord& first() const { return in.front(); }
};

/// The same label in every project.
struct CommonLabel {
    labels::Label label;      ///< as the first project has it
    std::vector<LabelId> in;  ///< by project
};

struct Common {
    std::vector<std::string> names;     ///< see projectNames
    std::vector<CommonVolume> volumes;  ///< by the first project's names
    std::vector<CommonLabel> labels;    ///< by the first project's ids
    std::vector<Error>
        notes;  ///< remarks, not failures: what was matched by less than content and name, and what was left out
};

/// Volumes are the same by the content hash of their images (of several of one content the one of equal name), else by name where the grids agree,
/// which is noted. Labels are the same by name, else by id, which is noted. What not all projects have is left out and noted.
/// Throws Error "compare.few" (fewer than two), "compare.same" (one file twice), "compare.volumes" and "compare.labels" (nothing in common).
Common findCommon(const Projects& projects);

/// The annotation of the volume in project number `n`, with the first project's label ids; labels that are not common are background.
labels::LabelVolume readCommon(const project::ProjectStore& project, const Common& common, const CommonVolume& volume,
                               std::size_t n);

/// The names of the projects: their file names without suffix, or whole paths where two are equal.
std::vector<std::string> projectNames(const Projects& projects);

}  // namespace protolabel::consensus
