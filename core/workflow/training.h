#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/base/slice_stack.h"
#include "core/engine/client.h"
#include "core/engine/messages.h"
#include "core/project/project_store.h"
#include "core/workflow/method_changes.h"

namespace protolabel::workflow {

/// How long is trained where neither a time nor a number of iterations is given.
inline constexpr double kTrainingSeconds = 600;

/// What a model is and how long it is trained. Empty: the default, or what `initial` or the resumed checkpoint says.
struct TrainOptions {
    std::optional<std::string> method;   ///< sqpfnet; another than that of `initial` starts with its own options
    std::optional<std::string> encoder;  ///< resnet101 where the worker has CUDA, else resnet18
    std::optional<double> alpha;
    std::optional<int> regions;
    std::optional<engine::Background> background;
    std::optional<int> refinementSteps;
    std::optional<double> fineWeight;
    std::int64_t iterations = 0;    ///< 0: as many as fit into `seconds`
    std::optional<double> seconds;  ///< kTrainingSeconds
    std::optional<std::uint64_t> seed;
    std::string device = "auto";
    /// What to start from: a file of weights that addModelFile takes, "embedded" (the model that comes with the program) or "none"; empty: the embedded one where
    /// encoder and stride are its own, else none.
    std::filesystem::path initial;
    int minimumSize = 0;               ///< of supervoxels; 0: automaticMinimumSize
    std::vector<std::string> volumes;  ///< to learn from, by name; empty: all
    /// Of the episodes are about labels, on the slices where they are finished (finishedLabels); 0: none, labels are not looked at.
    double labelShare = 0;
    bool finish = false;  ///< of a training that is resumed: ends it where it is, as a model
    bool use = true;      ///< the project's proposals are made with the new model from then on

    MethodChanges changes() const { return {alpha, regions, background, {}, {}, refinementSteps, fineWeight}; }
    /// Whether they say how long, from what or which encoder is trained.
    bool askForTraining() const {
        return iterations > 0 || seconds || encoder || !initial.empty() || labelShare > 0 || !volumes.empty();
    }
};

/// Throws Error "model.finished" where options ask for training although the model in `file` is to be used as it is.
void refuseTraining(const TrainOptions& options, const std::filesystem::path& file);

/// What a training makes of what.
struct TrainPlan {
    engine::ModelSpec spec;
    std::string initial;             ///< hash on the shelf of the model to start from, or empty
    std::vector<std::string> notes;  ///< of the initial weights' conversion
};
/// What the options mean. Asks the worker what it has and, where an initial model is named, for that model's spec. Throws Error
/// "method.options" and "train.initial" (an initial model of another encoder), so that nothing is computed in vain.
TrainPlan planTraining(engine::Engine& engine, const TrainOptions& options, class BlobShelf& shelf,
                       JobControl& control);

/// Encodes and cuts into supervoxels every volume, as training wants them.
std::vector<engine::TrainVolume> trainVolumes(engine::Engine& engine, class BlobShelf& shelf,
                                              const std::vector<project::VolumeRecord>& records, int minimumSize,
                                              const std::filesystem::path& cacheFolder, JobControl& control);

/// One slice that the model in training segments from time to time.
struct PreviewPlace {
    VolumeId volume;
    int slice = 0;
};
/// Receives, on the thread of train(), what it makes of them: the labels that have a support elsewhere.
struct TrainWatch {
    std::optional<PreviewPlace> place;
    std::int64_t every = 50;  ///< iterations
    std::function<void(std::int64_t iteration, const std::map<LabelId, labels::Mask>& masks)> preview;
};

/// The label ids of a volume's annotation on the network grid, on every slice that is annotated and not flagged; no voxels where there is no such slice.
SliceStack<std::int32_t> finishedLabels(const project::ProjectStore& store, const project::VolumeRecord& volume);

struct TrainOutcome {
    project::ModelRecord model;
    std::filesystem::path file;
    engine::TrainResult result;
    std::vector<std::string> notes;  ///< volumes left out, of the initial weights' conversion
};

/// Trains on the volumes whose file is there, and adds the model to the project in one named edit. Labels are not needed: training is
/// self-supervised; with a labelShare it learns from finished labels too. Stages: "supervoxels", "plan" (total = iterations), "train".
/// A checkpoint is kept in the project's model folder from time to time and after Ctrl+C; `resume` goes on from it with the
/// same spec, seed and iterations (other options of the kind are refused: Error "train.resume"). Errors: those of Checkpoint::resume, of
/// the engine, of reading images and of writing files.
TrainOutcome train(project::ProjectStore& store, engine::Engine& engine, const TrainOptions& options, bool resume,
                   JobControl& control, const TrainWatch& watch = {});

/// A training that was stopped and can be resumed.
struct UnfinishedTraining {
    std::string method, encoder;
    std::int64_t iteration = 0;
    std::int64_t iterations = 0;  ///< planned
};
std::optional<UnfinishedTraining> unfinishedTraining(const project::ProjectStore& store);
/// Throws it away.
void forgetTraining(const project::ProjectStore& store);

}  // namespace protolabel::workflow
