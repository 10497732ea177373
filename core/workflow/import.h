#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/project/project_store.h"

namespace protolabel::workflow {

struct ImportOptions {
    bool recursive = false;  ///< search folders; what is no image is skipped
};

struct ImportedVolume {
    std::string name;
    std::filesystem::path path;
    std::vector<std::string> notes;
};
struct ImportOutcome {
    std::vector<ImportedVolume> volumes;
    std::vector<std::string> skipped;  ///< in words: "a.nii is in the project already, as a"
};

/// Adds images to the project, in one named edit. One volume is in memory at a time. Names are unique: another image of a taken name gets a
/// suffix (and a note), the same image again is skipped. Where a path that was named explicitly fails, nothing is imported and its Error is thrown;
/// files that a recursive search found and that cannot be read are skipped.
ImportOutcome importVolumes(project::ProjectStore& store, const std::vector<std::filesystem::path>& paths,
                            const ImportOptions& options, JobControl& control);

}  // namespace protolabel::workflow
