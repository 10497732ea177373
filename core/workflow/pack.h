#pragma once

#include <filesystem>

#include "core/base/job_control.h"
#include "core/engine/client.h"

namespace protolabel::workflow {

struct PackOptions {
    std::filesystem::path images;       ///< folder of image_N
    std::filesystem::path labels;       ///< folder of label_N
    std::filesystem::path supervoxels;  ///< folder of supervoxels_N; empty: computed
    int minimumSize = 0;                ///< of computed supervoxels; 0: automatic
};
struct PackOutcome {
    int volumes = 0;
    std::int64_t slices = 0;
    std::int64_t bytes = 0;
};

/// Writes a data set, prepared for the network, as one file (core/engine/data_pack.h), so that a machine with only the worker can train
/// and evaluate on it. Throws what pairing, reading, the engine and writing throw.
PackOutcome writePack(engine::Engine& engine, const PackOptions& options, const std::filesystem::path& out,
                      JobControl& control);

}  // namespace protolabel::workflow
