#include "core/workflow/evaluation.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/slice_stack.h"
#include "core/engine/folds.h"
#include "core/imaging/label_map.h"
#include "core/imaging/preparation.h"
#include "core/imaging/volume_reader.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/mask_file.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/numbered_scans.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

/// Ids of a label or supervoxel file on the network grid.
Bytes networkLabels(const project::VolumeRecord& record, const fs::path& file) {
    const auto map = readMaskFor(record, file, OtherGrid::ByIndex);
    const imaging::NetworkGrid grid(record.geometry, record.sliceAxis);
    SliceStack<std::int32_t> stack;
    stack.slices = grid.layout().slices;
    stack.height = stack.width = grid.size();
    stack.pixelSpacing = grid.pixelSpacing();
    stack.sliceSpacing = grid.layout().sliceSpacing;
    stack.voxels.reserve(static_cast<std::size_t>(stack.slices) * stack.height * stack.width);
    for (int z = 0; z < stack.slices; ++z) {
        const auto slice = grid.toNetwork(imaging::slice(map, record.sliceAxis, z));
        stack.voxels.insert(stack.voxels.end(), slice.pixels.begin(), slice.pixels.end());
    }
    return encode(stack);
}

/// Tells which of several trainings the progress is about.
class RunControl : public JobControl {
public:
    RunControl(JobControl& outer, std::string name) : outer_(outer), name_(std::move(name)) {}
    void progress(const Progress& progress) override {
        auto named = progress;
        if (named.stage != "plan") named.stage = name_ + " " + named.stage;
        outer_.progress(named);
    }
    bool cancelled() const override { return outer_.cancelled(); }
    void yield() override { outer_.yield(); }

private:
    JobControl& outer_;
    std::string name_;
};

struct Mean {
    double sum = 0;
    int count = 0;
    void add(double value) {
        sum += value;
        ++count;
    }
    double value() const { return count > 0 ? sum / count : 0; }
};

/// Collects the scores of one protocol, one fold after the other.
class ScoreBook {
public:
    void addFold(const std::map<int, std::map<std::string, double>>& byLabel) {
        Mean classes;
        for (const auto& [label, volumes] : byLabel) {
            Mean mean;
            for (const auto& [volume, dice] : volumes) {
                mean.add(dice);
                volumes_[label][volume].add(dice);
            }
            if (mean.count == 0) continue;
            labels_[label].add(mean.value());
            classes.add(mean.value());
        }
        if (classes.count > 0) folds_.add(classes.value());
    }
    ProtocolScores scores() const {
        ProtocolScores result;
        result.mean = folds_.value();
        for (const auto& [label, mean] : labels_) {
            result.labels[label].dice = mean.value();
            for (const auto& [volume, dice] : volumes_.at(label)) result.labels[label].volumes[volume] = dice.value();
        }
        return result;
    }

private:
    Mean folds_;
    std::map<int, Mean> labels_;
    std::map<int, std::map<std::string, Mean>> volumes_;
};

std::vector<std::vector<int>> classGroups(const EvaluateOptions& options, const std::vector<int>& classes) {
    if (options.setting == 1) return {classes};
    if (!options.groups.empty()) return options.groups;
    if (classes == std::vector<int>{1, 2, 3, 4}) return {{1, 4}, {2, 3}};
    std::vector<std::vector<int>> groups;
    for (const int label : classes) groups.push_back({label});
    return groups;
}

class Evaluation {
public:
    Evaluation(engine::Engine& engine, const EvaluateOptions& options, JobControl& control)
        : engine_(engine), options_(options), control_(control) {}

    EvaluationOutcome run() {
        request_.volumes = readScans();
        request_.supportIndex = options_.supportIndex;
        request_.setting = options_.setting;
        request_.snapshots = options_.snapshots;
        prepareTraining();
        const int volumes = static_cast<int>(request_.volumes.size());
        for (int fold = 0; fold < engine::kFolds; ++fold)
            if (options_.fold.value_or(fold) == fold) runFold(fold, engine::testVolumesOf(volumes, fold));
        return collect();
    }

private:
    std::vector<engine::EvaluateVolume> readScans() {
        const auto scans = pairScans(options_.images, options_.labels, options_.supervoxels);
        engine::testVolumesOf(static_cast<int>(scans.size()),
                              options_.fold.value_or(0));  // throws where there is no such fold
        std::vector<engine::EvaluateVolume> volumes;
        std::set<int> seen;
        const bool compute = options_.supervoxels.empty() && options_.model.empty();
        Stage stage(control_, compute ? "supervoxels" : "prepare", static_cast<std::int64_t>(scans.size()));
        for (const auto& [number, scan] : scans) {
            const auto record = describeVolume(imaging::findVolumes(scan.image, false).front());
            engine::EvaluateVolume volume;
            volume.name = record.name;
            volume.image = addPrepared(shelf_, record);
            volume.labels = shelf_.add([record, file = scan.labels] { return networkLabels(record, file); });
            if (!scan.supervoxels.empty())
                volume.supervoxels =
                    shelf_.add([record, file = scan.supervoxels] { return networkLabels(record, file); });
            else if (compute)
                volume.supervoxels = addSupervoxels(engine_, shelf_, record, options_.training.minimumSize, {}, stage);
            const auto values = valuesOf(readMaskFor(record, scan.labels, OtherGrid::ByIndex));
            seen.insert(values.begin(), values.end());
            volumes.push_back(std::move(volume));
            stage.step();
        }
        classes_ = options_.classes.empty() ? std::vector<int>(seen.begin(), seen.end()) : options_.classes;
        return volumes;
    }

    void prepareTraining() {
        auto& train = request_.train;
        train.seconds = options_.training.seconds;
        train.seed = options_.training.seed.value_or(0);
        train.device = options_.training.device;
        train.checkpointSeconds = 0;
        if (!options_.model.empty()) {
            request_.model = shelf_.add([file = options_.model] { return readModel(file); });
            train.spec = engine_.inspect({request_.model}, shelf_.source(), control_).spec;
        } else {
            train.iterations = options_.training.iterations;
            const auto plan = planTraining(engine_, options_.training, shelf_, control_);
            train.spec = plan.spec;
            train.initial = plan.initial;
        }
        outcome_.method = train.spec.method;
        outcome_.encoder = train.spec.encoder;
        for (const auto& variant : options_.variants) request_.variants.push_back(variant.applyTo(train.spec.options));
    }

    void runFold(int fold, const std::vector<int>& testVolumes) {
        outcome_.folds.push_back(fold);
        request_.testVolumes = testVolumes;
        std::vector<
            std::pair<std::map<int, std::map<std::string, double>>, std::map<int, std::map<std::string, double>>>>
            byEntry;
        for (const auto& group : classGroups(options_, classes_)) {
            request_.classes = group;
            request_.excludedClasses = options_.setting == 2 ? group : std::vector<int>();
            std::string name = "fold " + std::to_string(fold);
            if (options_.setting == 2) name += " without " + joinValues(group);
            RunControl control(control_, name);
            Bytes model;
            const auto result = engine_.evaluate(request_, shelf_.source(), control, model);
            rate_.add(result.secondsPerIteration);
            byEntry.resize(std::max(byEntry.size(), result.entries.size()));
            if (outcome_.entries.empty())
                for (const auto& entry : result.entries)
                    outcome_.entries.push_back({entry.iteration, entry.options, {}, {}});
            for (std::size_t i = 0; i < result.entries.size(); ++i) {
                byEntry[i].first.insert(result.entries[i].papers.byLabel.begin(),
                                        result.entries[i].papers.byLabel.end());
                byEntry[i].second.insert(result.entries[i].whole.byLabel.begin(),
                                         result.entries[i].whole.byLabel.end());
            }
        }
        books_.resize(std::max(books_.size(), byEntry.size()));
        for (std::size_t i = 0; i < byEntry.size(); ++i) {
            books_[i].first.addFold(byEntry[i].first);
            books_[i].second.addFold(byEntry[i].second);
        }
    }

    EvaluationOutcome collect() {
        for (std::size_t i = 0; i < books_.size() && i < outcome_.entries.size(); ++i) {
            outcome_.entries[i].papers = books_[i].first.scores();
            outcome_.entries[i].whole = books_[i].second.scores();
        }
        outcome_.secondsPerIteration = rate_.value();
        return std::move(outcome_);
    }

    engine::Engine& engine_;
    const EvaluateOptions& options_;
    JobControl& control_;
    BlobShelf shelf_;
    engine::EvaluateRequest request_;
    std::vector<int> classes_;
    Mean rate_;
    std::vector<std::pair<ScoreBook, ScoreBook>> books_;  ///< papers and whole, per entry
    EvaluationOutcome outcome_;
};

}  // namespace

EvaluationOutcome evaluate(engine::Engine& engine, const EvaluateOptions& options, JobControl& control) {
    return Evaluation(engine, options, control).run();
}

}  // namespace protolabel::workflow
