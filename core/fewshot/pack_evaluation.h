#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/engine/backend.h"
#include "core/engine/data_pack.h"
#include "core/engine/scores.h"

namespace protolabel::fewshot {

struct PackEvaluationOptions {
    std::optional<int> fold;  ///< empty: all
    int setting =
        1;  ///< 2: slices that show a class under test are not trained on, one group of classes after the other
    std::vector<int> classes;  ///< empty: every value that the labels have
    engine::TrainRequest train;
    Bytes initial;                                 ///< a model file to train from, or empty
    Bytes model;                                   ///< a model file to score instead of training, or empty
    std::optional<engine::Background> background;  ///< empty: as `train` or the model has it
};

struct PackScores {
    engine::ProtocolScores papers, whole;  ///< by the papers' protocol, and over whole volumes
    std::vector<int> folds;
    engine::MethodOptions options;   ///< used
    double iterationsPerSecond = 0;  ///< 0 where nothing was trained
    double slicesPerSecond = 0;      ///< of the encoder, prepared for prediction
    std::string device, precision;
};

/// Cross-validation on a data pack as `protolabel-cli evaluate` does it on images, but from no initial weights unless `initial` is given. Throws what Backend::evaluate throws, "folds.*",
/// "pack.labels" where no volume has a label, and "evaluate.classes" where none has one that is asked for.
PackScores evaluatePack(const std::vector<engine::PackedVolume>& volumes, const PackEvaluationOptions& options,
                        engine::Backend& backend, JobControl& control);

}  // namespace protolabel::fewshot
