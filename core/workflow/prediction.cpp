#include "core/workflow/prediction.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/engine/method_options.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/new_proposals.h"
#include "core/workflow/segmenter.h"
#include "core/workflow/selection.h"
#include "core/workflow/stage.h"
#include "core/workflow/tuning.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

using project::VolumeRecord;

struct Drawn {
    const VolumeRecord* volume;
    project::Support support;
};

/// The enabled supports of the wanted labels that show their label.
std::vector<Drawn> drawnSupports(const project::ProjectStore& store, const std::vector<VolumeRecord>& volumes,
                                 const std::vector<labels::Label>& wanted) {
    std::vector<Drawn> drawn;
    for (const auto& support : store.supports()) {
        const bool asked =
            std::any_of(wanted.begin(), wanted.end(), [&](const auto& label) { return label.id == support.label; });
        if (!support.enabled || !asked) continue;
        const auto volume =
            std::find_if(volumes.begin(), volumes.end(), [&](const auto& v) { return v.id == support.volume; });
        if (volume == volumes.end()) continue;
        const auto shown = store.slicesShowing(support.volume, support.label);
        if (std::binary_search(shown.begin(), shown.end(), support.slice)) drawn.push_back({&*volume, support});
    }
    return drawn;
}

/// Labels to predict: those asked for, each of which must have a support; or all that have one.
std::vector<labels::Label> labelsToPredict(const project::ProjectStore& store, const PredictOptions& options,
                                           const std::vector<Drawn>& drawn) {
    std::vector<labels::Label> result;
    for (const auto& label : selectLabels(store, options.labels)) {
        if (std::any_of(drawn.begin(), drawn.end(), [&](const auto& d) { return d.support.label == label.id; }))
            result.push_back(label);
        else if (!options.labels.empty())
            throw Error("predict.no_support",
                        "{0} has no support: draw it on a slice and mark that slice as support (annotate --support)",
                        {label.name});
    }
    if (result.empty())
        throw Error("predict.no_support",
                    "no label has a support: draw one on a slice and mark that slice as support (annotate --support)");
    return result;
}

/// The mask of `label` on a slice that shows it.
labels::Mask maskOn(const project::ProjectStore& store, VolumeId volume, int slice, LabelId label) {
    const auto annotation = store.annotation(volume, slice);
    if (!annotation)
        throw Error("predict.changed", "what is drawn was changed while the prediction was prepared; predict again");
    return labels::maskOf(*annotation, static_cast<std::uint16_t>(label.value));
}

struct Work {
    SliceLabels wanted;
    std::map<int, std::vector<int>> annotated;  ///< slices by label: where it is annotated already
};

Work workOn(const project::ProjectStore& store, const VolumeRecord& volume, const std::vector<labels::Label>& labels) {
    Work work;
    const int slices = layoutOf(volume).slices;
    for (const auto& label : labels) {
        const int id = static_cast<int>(label.id.value);
        const auto& annotated = work.annotated[id] = store.slicesShowing(volume.id, label.id);
        for (int slice = 0; slice < slices; ++slice)
            if (!std::binary_search(annotated.begin(), annotated.end(), slice)) work.wanted[slice].push_back(id);
    }
    return work;
}

/// Removes what does not hang together with the largest object, of which the annotated slices are a part.
void keepLargest(const project::ProjectStore& store, VolumeId volume, LabelId label, const std::vector<int>& annotated,
                 PredictedLabel& predicted) {
    auto whole = predicted.masks;
    for (const int slice : annotated) whole[slice] = maskOn(store, volume, slice, label);
    labels::keepLargestComponent(whole);
    for (auto mask = predicted.masks.begin(); mask != predicted.masks.end();) {
        mask->second = std::move(whole[mask->first]);
        mask = labels::countNonZero(mask->second) == 0 ? predicted.masks.erase(mask) : std::next(mask);
    }
}

class Origins {
public:
    Origins(project::ModelHash model, const engine::ModelSpec& trained, const SegmenterOptions& used,
            const PredictOptions& options, const engine::TuneResult& tuned)
        : model_(std::move(model)), common_(engine::toJson(used.method.value_or(trained.options))) {
        common_["method"] = trained.method;
        common_["encoder"] = trained.encoder;
        common_["shots"] = options.shots;
        common_["largest"] = options.largest;
        for (const auto& label : tuned.labels) {
            auto own = common_;
            own.update(engine::toJson(label.options));
            own["tuned"] = {{"slices", label.slices}, {"dice_before", label.before}, {"dice_after", label.after}};
            byLabel_[label.label] = std::move(own);
        }
    }
    ProposalOrigin of(int label) const {
        const auto own = byLabel_.find(label);
        return {model_, (own == byLabel_.end() ? common_ : own->second).dump()};
    }

private:
    project::ModelHash model_;
    nlohmann::json common_;
    std::map<int, nlohmann::json> byLabel_;
};

/// Mean confidence of the given slices; 0 of none.
double meanConfidence(const NewProposals& proposals, const std::vector<int>& slices) {
    double sum = 0;
    for (const int slice : slices) sum += proposals.slices.at(slice).info.confidence;
    return slices.empty() ? 0 : sum / static_cast<double>(slices.size());
}

}  // namespace

PredictOutcome predict(project::ProjectStore& store, engine::Engine& engine, const PredictOptions& options,
                       JobControl& control) {
    if (store.readOnly())
        throw Error("project.readonly", "{0} is open for reading only; predicting adds proposals to it",
                    {store.file().string()});
    const auto allVolumes = selectVolumes(store, {});
    const auto volumes = selectVolumes(store, options.volumes);
    const auto drawn = drawnSupports(store, allVolumes, selectLabels(store, options.labels));
    const auto labels = labelsToPredict(store, options, drawn);
    const bool embedded = options.model == kEmbeddedModel || (options.model.empty() && store.models().empty());
    requirePresent(volumes);

    BlobShelf shelf;
    SegmenterOptions segmenterOptions;
    segmenterOptions.model =
        embedded ? shelf.add(embeddedModel) : addProjectModel(store, shelf, findModel(store, options.model));
    segmenterOptions.device = options.device;
    segmenterOptions.shots = options.shots;
    const auto inspected = engine.inspect({segmenterOptions.model}, shelf.source(), control);
    const auto& trained = inspected.spec;
    if (options.changes.any()) {
        segmenterOptions.method = options.changes.applyTo(trained.options);
        engine::checkOptions(trained.method, *segmenterOptions.method);
    }

    std::map<VolumeId, std::string> images;  // prepared volumes, by hash
    const auto imageOf = [&](const VolumeRecord& volume) {
        auto& hash = images[volume.id];
        if (hash.empty()) hash = addPrepared(shelf, volume);
        return hash;
    };
    std::vector<Example> examples;
    for (const auto& [volume, support] : drawn) {
        control.check();
        examples.push_back(makeExample(*volume, imageOf(*volume), support.slice, static_cast<int>(support.label.value),
                                       maskOn(store, volume->id, support.slice, support.label), support.weight));
        examples.back().id = support.id;
    }
    PredictOutcome outcome;
    for (const auto& label : labels) outcome.labelNames[static_cast<int>(label.id.value)] = label.name;
    if (options.tuning == Tuning::On && !options.changes.any()) {
        std::vector<Example> others;
        for (const auto& known : knownSlices(store, allVolumes, labels))
            others.push_back(makeExample(*known.volume, imageOf(*known.volume), known.slice,
                                         static_cast<int>(known.label.value), known.mask));
        outcome.tuned = tune(engine, shelf, examples, others, segmenterOptions, control);
        for (const auto& label : outcome.tuned.labels) segmenterOptions.labelMethods[label.label] = label.options;
    }
    const Origins origins(segmenterOptions.model, trained, segmenterOptions, options, outcome.tuned);
    Segmenter segmenter(engine, shelf, std::move(examples), segmenterOptions);

    std::int64_t total = 0;
    for (const auto& volume : volumes)
        for (const auto& [slice, wanted] : workOn(store, volume, labels).wanted)
            total += static_cast<std::int64_t>(wanted.size());

    std::vector<std::vector<NewProposals>> predicted;  // per volume and label
    Stage stage(control, "predict", total);
    for (const auto& volume : volumes) {
        const auto work = workOn(store, volume, labels);
        auto masks = segmenter.segment(volume, imageOf(volume), work.wanted, stage, [&] { stage.advance(); });
        auto& proposals = predicted.emplace_back();
        for (const auto& label : labels) {
            const int id = static_cast<int>(label.id.value);
            if (options.largest) keepLargest(store, volume.id, label.id, work.annotated.at(id), masks[id]);
            proposals.push_back(makeProposals(label.id, masks[id], origins.of(id)));
        }
        control.check();
    }
    outcome.answered = stage.done();

    outcome.model = segmenterOptions.model;
    if (embedded) writeEmbeddedModel(store);
    project::EditInfo info;
    info.name = "predict " + (labels.size() == 1 ? labels.front().name : std::to_string(labels.size()) + " labels") +
                " on " + (volumes.size() == 1 ? volumes.front().name : std::to_string(volumes.size()) + " volumes");
    info.tool = "predict";
    store.transact(info, [&](project::ProjectWriter& writer) {
        if (embedded) recordEmbeddedModel(store, writer, inspected);
        for (std::size_t v = 0; v < volumes.size(); ++v) {
            auto written = writeProposals(writer, store, volumes[v], predicted[v]);
            for (std::size_t l = 0; l < labels.size(); ++l) {
                const double confidence = meanConfidence(predicted[v][l], written[l]);
                outcome.proposals.push_back({volumes[v].name, labels[l].name, std::move(written[l]), confidence});
            }
        }
    });
    outcome.totals = segmenter.totals();
    return outcome;
}

}  // namespace protolabel::workflow
