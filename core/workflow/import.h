#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/job_control.h"
#include "core/project/project_store.h"
#include "core/workflow/volumes.h"

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

/// An image that a search met.
struct FoundVolume {
    project::VolumeRecord record;  ///< only its source and name where `refused` says why it cannot be read
    Content content = Content::Picture;
    std::string presentAs;         ///< the name that the same image has in the project already; empty: it is new
    std::optional<Error> refused;  ///< nothing: it can be read
};
/// Reads every image at `paths` and in everything below them once, and tells it to `each` as soon as it was read; nothing is stored.
/// Throws Cancelled, and what ProjectStore::volumes throws.
void searchVolumes(const project::ProjectStore& store, const std::vector<std::filesystem::path>& paths,
                   JobControl& control, const std::function<void(FoundVolume)>& each);

/// Adds described images in one named edit; names and doubles as in importVolumes.
ImportOutcome addVolumes(project::ProjectStore& store, std::vector<project::VolumeRecord> found);

}  // namespace protolabel::workflow
