#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"

namespace protolabel::workflow {

struct SupervoxelOutcome {
    int count = 0;        ///< distinct ids in the written map
    int minimumSize = 0;  ///< network voxels
    std::filesystem::path file;
    std::vector<std::string> notes;  ///< on an image that shows nothing
};

/// Computes the supervoxels of an image and writes them as a verified NIfTI (or, for *.nrrd, NRRD) label map on the image's own grid; where the
/// network's grid is another one each voxel takes the id of the nearest network pixel. `minimumSize` 0: automatic. Throws Error
/// "supervoxels.count" for ids above 65535, "export.source" where `out` is the image, and those of reading, the engine and writing.
SupervoxelOutcome writeSupervoxels(engine::Engine& engine, const std::filesystem::path& image,
                                   const std::filesystem::path& out, int minimumSize, JobControl& control);

}  // namespace protolabel::workflow
