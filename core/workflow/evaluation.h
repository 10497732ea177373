#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/engine/scores.h"
#include "core/workflow/prediction.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

struct EvaluateOptions {
    std::filesystem::path images;       ///< folder of image_N
    std::filesystem::path labels;       ///< folder of label_N
    std::filesystem::path supervoxels;  ///< folder of supervoxels_N; empty: computed
    std::optional<int> fold;            ///< empty: all
    int setting =
        1;  ///< 2: slices that show a class under test are not trained on, one group of classes after the other
    std::vector<std::vector<int>>
        groups;  ///< of Setting 2; empty: {1,4} and {2,3} for the abdomen's four classes, else one group per class
    std::vector<int> classes;  ///< empty: every value that the labels have
    int supportIndex = 0;      ///< which volume of a fold is the support
    TrainOptions training;
    std::filesystem::path
        model;  ///< evaluate this model file ("embedded": the one that comes along) instead of training
    std::vector<std::int64_t> snapshots;
    std::vector<MethodChanges> variants;
};

/// The paper's ablation, (one | ten regions) x (without | with query prototype, alpha 0.5), and its curve over alpha from 1 to 0.1;
/// both with the paper's background, the learned threshold.
std::vector<MethodChanges> ablationVariants();
std::vector<MethodChanges> alphaVariants();

struct EvaluationEntry {
    std::int64_t iteration = 0;
    engine::MethodOptions options;
    std::vector<engine::ScoreRow> rows;  ///< what the summaries are made of
    engine::ProtocolScores papers;       ///< the class's extent is given (methods.md, Evaluation protocol)
    engine::ProtocolScores whole;        ///< all slices, no extent given
};

struct EvaluationOutcome {
    std::string method, encoder;
    std::vector<int> folds;
    std::vector<EvaluationEntry> entries;  ///< snapshots, then variants; the last snapshot is the end of the training
    double secondsPerIteration = 0;
    std::vector<std::string> notes;  ///< of the model, and of snapshots that never come
};

/// The papers' protocol on a folder of scans, paired by the last number in their file names and sorted by it. Throws Error "evaluate.pairs" (an image without
/// labels, or the reverse; or no pair at all), "evaluate.labels" (no labels), "evaluate.classes" (none
/// has a label that is asked for), "mask.grid", "folds.*", those of reading and of the engine.
EvaluationOutcome evaluate(engine::Engine& engine, const EvaluateOptions& options, JobControl& control);

}  // namespace protolabel::workflow
