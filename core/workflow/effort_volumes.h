#pragma once

#include <filesystem>
#include <vector>

#include "core/base/job_control.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/known_volume.h"

/// Scans with expert labels, of which a simulated annotator draws some slices.
namespace protolabel::workflow {

struct EffortVolume : KnownVolume {
    SliceStack<Half> prepared;
};

/// Scans paired by number, in their order. Throws what pairScans and reading throw.
std::vector<EffortVolume> readEffortVolumes(const std::filesystem::path& images, const std::filesystem::path& labels,
                                            BlobShelf& shelf, JobControl& control);

}  // namespace protolabel::workflow
