#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/job_control.h"
#include "core/engine/client.h"

namespace protolabel::workflow {

struct PretrainOptions {
    std::filesystem::path out;  ///< the model file to write
    std::string encoder = "resnet18";
    std::int64_t iterations = 6000;
    std::uint64_t seed = 0;
    std::string device = "auto";
    bool resume = false;  ///< go on from the checkpoint beside `out`
};

struct PretrainOutcome {
    std::string model;  ///< hash of the file's bytes
    engine::TrainResult result;
};

/// Trains an encoder on synthetic images only and writes the model file (16 bit). A checkpoint OUT.checkpoint is kept from time to time and
/// removed at the end. Throws Error "train.no_checkpoint", "checkpoint.other", "checkpoint.damaged", "file.write" and those of the engine.
PretrainOutcome pretrain(engine::Engine& engine, const PretrainOptions& options, JobControl& control);

}  // namespace protolabel::workflow
