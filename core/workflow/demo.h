#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/project/project_store.h"

namespace protolabel::workflow {

struct DemoOptions {
    std::uint64_t seed = 1;
    int volumes = 8;
    int side = 160;               ///< voxels in plane
    double seconds = 180;         ///< of training
    std::int64_t iterations = 0;  ///< of training; 0: as many as fit into `seconds`
    int minimumSize = 0;          ///< of supervoxels; 0: automatic
    std::string device = "auto";
    int regions = 1;
};

struct DemoOutcome {
    struct Row {
        std::string volume;
        bool support = false;                ///< the volume the model was shown; not part of the means
        std::map<std::string, double> dice;  ///< label -> percent, whole volume
    };
    std::vector<Row> rows;
    std::map<std::string, double> means;  ///< per label, over the volumes nothing was drawn on
    double mean = 0;
    std::vector<std::filesystem::path> files;  ///< exported masks, each verified
    std::filesystem::path contactSheet;
    std::string model;
    std::int64_t iterations = 0;
    double secondsPerIteration = 0;
};

/// The whole job on made-up volumes, by the same steps that a project's owner takes: import, draw four organs on three slices of one volume, train,
/// predict, accept, export; then compares the exported files with the truth. `store` is a new project inside `folder`. Images and truth are
/// written below it. `told` receives one line per step.
DemoOutcome runDemo(project::ProjectStore& store, engine::Engine& engine, const std::filesystem::path& folder,
                    const DemoOptions& options, JobControl& control,
                    const std::function<void(const std::string&)>& told);

}  // namespace protolabel::workflow
