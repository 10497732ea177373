#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/workflow/export.h"
#include "core/workflow/prediction.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

struct SegmentOptions {
    std::vector<std::filesystem::path> supportImages;
    std::vector<std::filesystem::path> supportMasks;  ///< one per support image, on its grid
    std::vector<int> values;                          ///< of the masks; empty: all they have
    std::string slices = "all";                       ///< of the support images; "all": where the mask has the value
    std::vector<std::filesystem::path> queries;
    std::filesystem::path out;
    std::filesystem::path weights;  ///< a model file; empty: see trains()
    TrainOptions training;          ///< with `weights` only its method (of weights that fit several), device
    MethodChanges changes;
    bool tuning = true;  ///< of values with enough support slices, unless `changes` say what to use
    int shots = 1;
    bool range = true;  ///< as refine::RefineOptions::range
    bool snap = true;   ///< as refine::RefineOptions::snap
    bool largest = false;
    bool resample = false;  ///< take masks on another grid

    /// Without `weights` the embedded model segments, unless training was asked for: a time, a number of steps, or what to train.
    bool trains() const { return weights.empty() && (training.askForTraining() || training.method); }
};

/// How long is trained where that was asked for without a time or a number of iterations.
inline constexpr double kOneShotSeconds = 150;

struct SegmentOutcome {
    std::vector<ExportedFile> files;  ///< `volume` is the query's name
    engine::TuneResult tuned;         ///< the values that were tuned
    engine::PredictResult totals;
    std::string model;               ///< hash
    std::string method;              ///< of the model
    std::vector<std::string> notes;  ///< on images that show nothing, and on the model
};

/// One shot without a project: segments the query images by the support images' masks, and writes one label map per query (the masks' values) as
/// out/NAME_mask.nii.gz. Throws Error "segment.pairs" (not one mask per support image), "model.method" and
/// "model.finished" (options that `weights` do not allow), "mask.*", "export.source", and those of the engine.
SegmentOutcome segment(engine::Engine& engine, const SegmentOptions& options, JobControl& control);

}  // namespace protolabel::workflow
