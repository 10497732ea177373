#include "core/workflow/evaluation.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/inner_control.h"
#include "core/base/slice_stack.h"
#include "core/engine/folds.h"
#include "core/engine/method_options.h"
#include "core/imaging/label_map.h"
#include "core/imaging/preparation.h"
#include "core/imaging/volume_reader.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/mask_file.h"
#include "core/workflow/model_library.h"
#include "core/workflow/model_source.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/numbered_scans.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

/// Tells which of several trainings the progress is about.
class RunControl : public InnerControl {
public:
    RunControl(JobControl& outer, std::string name) : InnerControl(outer), name_(std::move(name)) {}
    void progress(const Progress& progress) override {
        auto named = progress;
        if (named.stage != "plan" && named.stage != kDeviceStage) named.stage = name_ + " " + named.stage;
        outer().progress(named);
    }

private:
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

class Evaluation {
public:
    Evaluation(engine::Engine& engine, const EvaluateOptions& options, JobControl& control)
        : engine_(engine), options_(options), control_(control) {}

    EvaluationOutcome run() {
        request_.supportIndex = options_.supportIndex;
        request_.setting = options_.setting;
        request_.snapshots = options_.snapshots;
        prepareModel();  // first: what is refused costs no supervoxels
        request_.volumes = readScans();
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
        std::vector<project::VolumeRecord> records;
        for (const auto& [number, scan] : scans)
            records.push_back(describeVolume(imaging::findVolumes(scan.image, false).front()));
        chooseClasses(scans, records);
        std::vector<engine::EvaluateVolume> volumes;
        const bool compute = options_.supervoxels.empty() && options_.model.empty();
        Stage stage(control_, compute ? "supervoxels" : "prepare", static_cast<std::int64_t>(scans.size()));
        for (const auto& [number, scan] : scans) {
            const auto& record = records[volumes.size()];
            engine::EvaluateVolume volume;
            volume.name = record.name;
            volume.image = addPrepared(shelf_, record);
            volume.labels = shelf_.add([record, file = scan.labels] { return encode(networkLabels(record, file)); });
            if (!scan.supervoxels.empty())
                volume.supervoxels =
                    shelf_.add([record, file = scan.supervoxels] { return encode(networkLabels(record, file)); });
            else if (compute)
                volume.supervoxels = addSupervoxels(engine_, shelf_, record, options_.training.minimumSize, {}, stage);
            volumes.push_back(std::move(volume));
            stage.step();
        }
        return volumes;
    }

    /// Before any work: labels that are nowhere cannot be scored.
    void chooseClasses(const std::map<int, NumberedScan>& scans, const std::vector<project::VolumeRecord>& records) {
        std::set<int> seen;
        auto record = records.begin();
        for (const auto& [number, scan] : scans) {
            const auto values = valuesOf(readMaskFor(*record++, scan.labels, OtherGrid::ByIndex));
            seen.insert(values.begin(), values.end());
            control_.check();
        }
        if (seen.empty())
            throw Error("evaluate.labels", "no file in {0} has a label; give the folder of the right labels",
                        {options_.labels.string()});
        engine::requireClasses(options_.classes, seen);
        for (const auto& group : options_.groups) engine::requireClasses(group, seen);
        classes_ = options_.classes.empty() ? std::vector<int>(seen.begin(), seen.end()) : options_.classes;
    }

    void prepareModel() {
        const auto& asked = options_.training;
        auto& train = request_.train;
        train.seconds = asked.seconds.value_or(kTrainingSeconds);
        train.seed = asked.seed.value_or(0);
        train.device = asked.device;
        train.checkpointSeconds = 0;
        if (!options_.model.empty()) {
            refuseTraining(asked, options_.model);
            const auto method = asked.method.value_or("");
            request_.model = addModelFile(engine_, shelf_, options_.model, method, control_).hash;
            const auto inspected = engine_.inspect({request_.model}, shelf_.source(), control_);
            requireMethod(inspected, options_.model, method);
            if (const auto note = untrainedNote(inspected.provenance, options_.model); !note.empty())
                outcome_.notes.push_back(note);
            train.spec = inspected.spec;
            train.spec.options = asked.changes().applyTo(train.spec.options);
        } else {
            train.iterations = asked.iterations;
            for (const auto snapshot : options_.snapshots)
                if (train.iterations > 0 && snapshot > train.iterations)
                    outcome_.notes.push_back("no snapshot after " + std::to_string(snapshot) +
                                             " iterations: training ends after " + std::to_string(train.iterations));
            const auto plan = planTraining(engine_, asked, shelf_, control_);
            train.spec = plan.spec;
            train.initial = plan.initial;
            outcome_.notes.insert(outcome_.notes.end(), plan.notes.begin(), plan.notes.end());
        }
        outcome_.method = train.spec.method;
        outcome_.encoder = train.spec.encoder;
        for (const auto& variant : options_.variants) request_.variants.push_back(variant.applyTo(train.spec.options));
        if (request_.variants.empty()) request_.variants.push_back(train.spec.options);
        for (const auto& variant : request_.variants) engine::checkOptions(train.spec.method, variant);
    }

    void runFold(int fold, const std::vector<int>& testVolumes) {
        outcome_.folds.push_back(fold);
        request_.testVolumes = testVolumes;
        const bool ownGroups = options_.setting != 1 && !options_.groups.empty();
        for (const auto& group : ownGroups ? options_.groups : engine::classGroups(classes_, options_.setting)) {
            request_.classes = group;
            request_.excludedClasses = options_.setting == 2 ? group : std::vector<int>();
            std::string name = "fold " + std::to_string(fold);
            if (options_.setting == 2) name += " without " + joinValues(group);
            RunControl control(control_, name);
            Bytes model;
            const auto result = engine_.evaluate(request_, shelf_.source(), control, model);
            rate_.add(result.secondsPerIteration);
            if (outcome_.entries.empty())
                for (const auto& entry : result.entries)
                    outcome_.entries.push_back({entry.iteration, entry.options, {}, {}, {}});
            for (std::size_t i = 0; i < std::min(result.entries.size(), outcome_.entries.size()); ++i)
                addRows(fold, result.entries[i], outcome_.entries[i].rows);
        }
    }

    static void addRows(int fold, const engine::EvaluateEntry& entry, std::vector<engine::ScoreRow>& rows) {
        for (const auto& [label, volumes] : entry.papers.byLabel)
            for (const auto& [volume, score] : volumes)
                rows.push_back({fold, label, volume, score, entry.whole.byLabel.at(label).at(volume)});
    }

    EvaluationOutcome collect() {
        for (auto& entry : outcome_.entries) {
            entry.papers = engine::summarise(entry.rows, &engine::ScoreRow::papers);
            entry.whole = engine::summarise(entry.rows, &engine::ScoreRow::whole);
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
    EvaluationOutcome outcome_;
};

}  // namespace

std::vector<MethodChanges> ablationVariants() {
    std::vector<MethodChanges> variants;
    for (const bool query : {false, true})
        for (const int regions : {1, 10}) {
            auto& variant = variants.emplace_back();
            variant.background = engine::Background::Threshold;
            variant.alpha = 0.5;
            variant.regions = regions;
            variant.queryPrototype = query;
        }
    return variants;
}

std::vector<MethodChanges> alphaVariants() {
    std::vector<MethodChanges> variants;
    for (int tenths = 10; tenths >= 1; --tenths) {
        auto& variant = variants.emplace_back();
        variant.background = engine::Background::Threshold;
        variant.alpha = tenths / 10.0;
        variant.queryPrototype = true;
    }
    return variants;
}

EvaluationOutcome evaluate(engine::Engine& engine, const EvaluateOptions& options, JobControl& control) {
    return Evaluation(engine, options, control).run();
}

}  // namespace protolabel::workflow
