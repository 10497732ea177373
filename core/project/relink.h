#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/project/project_store.h"

namespace protolabel::project {

/// A volume whose file is not where the project expects it, and what was found in its place.
struct MissingVolume {
    struct Candidate {
        std::filesystem::path path;
        bool sameName = false;
        bool sameContent = false;  ///< its contentHash is the volume's: certainly the one
    };
    VolumeRecord volume;
    std::vector<Candidate> candidates;  ///< those of the same content first
};

/// Where to look: at files of the volume's name only, or, for volumes not found so, at the content of every file of the kind, too
/// (renamed files are found; every such file is read once).
enum class SearchBy { Name, NameAndContent };

/// Looks for missing source files in `folders` and everything below them; reports stage "search" (files looked at). Folders that cannot be
/// read are passed over. Throws Cancelled.
std::vector<MissingVolume> findMissing(const ProjectStore& store, const std::vector<std::filesystem::path>& folders,
                                       SearchBy by, JobControl& control);

/// Takes the given paths for these volumes as one edit, whatever their content (a dialog has warned). Volumes that are gone by now are
/// left out; returns how many were relinked.
int relinkTo(ProjectStore& store, const std::map<VolumeId, std::filesystem::path>& paths);

/// What became of the volumes whose files were not where the project expects them; names of volumes.
struct RelinkOutcome {
    std::vector<std::string> found;
    std::vector<std::string> changed;  ///< a file of the name is there, but its content is another: not taken
    std::vector<std::string> missing;
};

/// findMissing by name, and relinkTo of those with the same content.
RelinkOutcome relink(ProjectStore& store, const std::vector<std::filesystem::path>& folders, JobControl& control);
RelinkOutcome relink(ProjectStore& store, const std::vector<std::filesystem::path>& folders);

}  // namespace protolabel::project
