#include "core/workflow/training.h"

#include <algorithm>
#include <ctime>
#include <iterator>

#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/inner_control.h"
#include "core/base/sha256.h"
#include "core/engine/method_options.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/checkpoint.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/files.h"
#include "core/workflow/model_library.h"
#include "core/workflow/model_source.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/selection.h"
#include "core/workflow/stage.h"
#include "core/workflow/training_labels.h"
#include "core/workflow/training_preview.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

constexpr double kSecondsBetweenCheckpoints = 30;

bool hasCuda(const engine::Hello& hello) {
    return std::any_of(hello.devices.begin(), hello.devices.end(),
                       [](const auto& device) { return device.id.rfind("cuda", 0) == 0; });
}

std::string provenanceOf(const engine::TrainRequest& request, const std::vector<project::VolumeRecord>& records) {
    nlohmann::json volumes = nlohmann::json::array();
    for (const auto& record : records) volumes.push_back({{"name", record.name}, {"sha256", record.contentHash}});
    nlohmann::json provenance{{"volumes", volumes},
                              {"seed", request.seed},
                              {"iterations", request.iterations},
                              {"parent", request.initial},
                              {"spec", engine::toJson(request.spec)}};
    if (request.labelShare > 0) provenance["label_share"] = request.labelShare;
    return provenance.dump();
}

/// Volumes whose images are there; the others are noted.
std::vector<project::VolumeRecord> presentVolumes(const project::ProjectStore& store,
                                                  const std::vector<std::string>& names,
                                                  std::vector<std::string>& notes) {
    std::vector<project::VolumeRecord> present;
    for (auto& record : selectVolumes(store, names)) {
        if (isPresent(record))
            present.push_back(std::move(record));
        else
            notes.push_back(record.name + " is left out: its image is no longer at " + record.source.path.string());
    }
    if (present.empty())
        throw Error("volume.missing",
                    "no image of the project is where it was; put them back, or find them with: relink");
    return present;
}

/// Learns how many iterations the worker planned, so that a resumed training ends where this one would have.
class PlanWatcher : public InnerControl {
public:
    PlanWatcher(JobControl& outer, std::int64_t& iterations) : InnerControl(outer), iterations_(iterations) {}
    void progress(const Progress& progress) override {
        if (progress.stage == "plan" && progress.total > 0) iterations_ = progress.total;
        outer().progress(progress);
    }

private:
    std::int64_t& iterations_;
};

}  // namespace

void refuseTraining(const TrainOptions& options, const std::filesystem::path& file) {
    if (options.askForTraining())
        throw Error(
            "model.finished",
            "{0} is used as it is, without training: leave out --encoder, --iterations, --seconds and --init, or "
            "train from it with --init {0}",
            {file.string()});
}

TrainPlan planTraining(engine::Engine& engine, const TrainOptions& options, BlobShelf& shelf, JobControl& control) {
    TrainPlan plan;
    auto& spec = plan.spec;
    const auto embedded = spec;  // of the default encoder and stride
    spec.options = engine::defaultOptions(spec.method);
    if (!options.initial.empty() && options.initial != "none") {
        auto initial = addModelFile(engine, shelf, options.initial, options.method.value_or(""), control);
        plan.initial = initial.hash;
        plan.notes = std::move(initial.notes);
        spec = engine.inspect({plan.initial}, shelf.source(), control).spec;
        if (options.encoder && *options.encoder != spec.encoder)
            throw Error("train.initial",
                        "the initial model {0} is a {1}, not a {2}; train that one, or choose another initial model",
                        {options.initial.string(), spec.encoder, *options.encoder});
    } else if (options.device != "cpu" && hasCuda(engine.hello())) {
        spec.encoder = "resnet101";
    }
    if (options.method && *options.method != spec.method) {
        spec.method = *options.method;
        spec.options = engine::defaultOptions(spec.method);
    }
    if (options.encoder) spec.encoder = *options.encoder;
    spec.options = options.changes().applyTo(spec.options);
    engine::checkOptions(spec.method, spec.options);
    if (options.initial.empty() && spec.encoder == embedded.encoder && spec.stride == embedded.stride)
        plan.initial = shelf.add(embeddedModel);
    return plan;
}

std::vector<engine::TrainVolume> trainVolumes(engine::Engine& engine, BlobShelf& shelf,
                                              const std::vector<project::VolumeRecord>& records, int minimumSize,
                                              const std::filesystem::path& cacheFolder, JobControl& control) {
    std::vector<engine::TrainVolume> volumes;
    Stage stage(control, "supervoxels", static_cast<std::int64_t>(records.size()));
    for (const auto& record : records) {
        engine::TrainVolume volume;
        volume.name = record.name;
        volume.supervoxels = addSupervoxels(engine, shelf, record, minimumSize, cacheFolder, stage);
        volume.image = addPrepared(shelf, record);
        volumes.push_back(std::move(volume));
        stage.step();
    }
    return volumes;
}

std::optional<UnfinishedTraining> unfinishedTraining(const project::ProjectStore& store) {
    return Checkpoint(store.modelFolder()).describe();
}

void forgetTraining(const project::ProjectStore& store) {
    Checkpoint(store.modelFolder()).remove();
}

TrainOutcome train(project::ProjectStore& store, engine::Engine& engine, const TrainOptions& options, bool resume,
                   JobControl& control, const TrainWatch& watch) {
    TrainOutcome outcome;
    if (store.readOnly())
        throw Error("project.readonly", "{0} is open for reading only; training adds a model to it",
                    {store.file().string()});
    BlobShelf shelf;
    Checkpoint checkpoint(store.modelFolder());

    engine::TrainRequest request;
    int minimumSize = options.minimumSize;
    auto names = options.volumes;
    if (resume) {
        request = checkpoint.resume(options, minimumSize);
        names.clear();
        for (const auto& volume : request.volumes) names.push_back(volume.name);
        request.checkpoint = shelf.add([&checkpoint] { return checkpoint.state(); });
        request.initial.clear();  // its weights are part of the checkpoint
    } else {
        auto plan = planTraining(engine, options, shelf, control);
        request.spec = plan.spec;
        request.initial = plan.initial;
        std::move(plan.notes.begin(), plan.notes.end(), std::back_inserter(outcome.notes));
        request.iterations = options.iterations;
        request.seconds = options.seconds.value_or(kTrainingSeconds);
        request.seed = options.seed.value_or(0);
        request.labelShare = options.labelShare;
    }
    const auto records = presentVolumes(store, names, outcome.notes);
    request.device = options.device;
    request.checkpointSeconds = kSecondsBetweenCheckpoints;
    request.volumes = trainVolumes(engine, shelf, records, minimumSize, store.modelFolder() / "supervoxels", control);
    if (request.labelShare > 0) {
        addLabels(store, records, shelf, request);
        if (std::none_of(request.volumes.begin(), request.volumes.end(),
                         [](const auto& v) { return !v.labels.empty(); }))
            outcome.notes.emplace_back("no label is finished on these volumes: only supervoxels are learned from");
    }
    if (request.provenance.empty()) request.provenance = provenanceOf(request, records);
    Preview preview(store, shelf, watch);
    request.preview = preview.asked();

    auto planned = request;
    PlanWatcher watched(control, planned.iterations);
    Bytes model;
    outcome.result = engine.train(
        request, shelf.source(), watched,
        [&](std::int64_t iteration, const Bytes& state) { checkpoint.write(planned, minimumSize, iteration, state); },
        model, [&](std::int64_t iteration, const auto& predictions) { preview.tell(iteration, predictions); });

    auto& record = outcome.model;
    record.hash = outcome.result.model;
    record.method = request.spec.method;
    record.encoder = request.spec.encoder;
    record.iterations = outcome.result.iterations;
    record.loss = outcome.result.loss;
    record.created = utcNow();
    record.provenance = request.provenance;
    outcome.file = modelFile(store, record.hash);
    writeFile(outcome.file, model);
    project::EditInfo info;
    info.name =
        "train " + record.method + " (" + record.encoder + ", " + std::to_string(record.iterations) + " iterations)";
    info.tool = "train";
    // Undone together, so that what was used before is used again.
    const auto before = modelInUse(store);
    store.transact(info, [&](project::ProjectWriter& writer) {
        writer.putModel(record);
        const auto used = options.use ? record.hash : before == kEmbeddedModel ? embeddedModelHash() : before;
        writer.putSetting(kModelInUse, used);
    });
    checkpoint.remove();
    return outcome;
}

}  // namespace protolabel::workflow
