#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/project/project_store.h"

namespace protolabel::project {

/// What became of the volumes whose files were not where the project expects them; names of volumes.
struct RelinkOutcome {
    std::vector<std::string> found;
    std::vector<std::string> changed;  ///< a file of the name is there, but its content is another: not taken
    std::vector<std::string> missing;
};

/// Looks for missing source files by name in `folders` and everything below them, takes those whose contentHash is the volume's, and
/// stores their paths as one edit. Folders that cannot be read are passed over. Throws Error "project.*", and Cancelled.
RelinkOutcome relink(ProjectStore& store, const std::vector<std::filesystem::path>& folders, JobControl& control);
RelinkOutcome relink(ProjectStore& store, const std::vector<std::filesystem::path>& folders);

}  // namespace protolabel::project
