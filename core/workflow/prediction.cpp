#include "core/workflow/prediction.h"

#include <algorithm>
#include <numeric>

#include "core/base/error.h"
#include "core/engine/method_options.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/finishing.h"
#include "core/workflow/model_library.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/selection.h"
#include "core/workflow/snapping.h"
#include "core/workflow/stage.h"
#include "core/workflow/tuning.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

using project::VolumeRecord;

/// Labels to predict: those asked for, each of which must have a support; or all that have one.
std::vector<labels::Label> labelsToPredict(const project::ProjectStore& store, const PredictOptions& options,
                                           const std::vector<DrawnSupport>& drawn) {
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

/// Mean confidence of the given slices; 0 of none.
double meanConfidence(const NewProposals& proposals, const std::vector<int>& slices) {
    double sum = 0;
    for (const int slice : slices) sum += proposals.slices.at(slice).info.confidence;
    return slices.empty() ? 0 : sum / static_cast<double>(slices.size());
}

/// Indices of the volumes, those with drawn supports first: what is found there tells where the objects begin and end.
std::vector<std::size_t> drawnFirst(const std::vector<VolumeRecord>& volumes, const std::vector<DrawnSupport>& drawn) {
    std::vector<std::size_t> order(volumes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t v) {
        return std::any_of(drawn.begin(), drawn.end(), [&](const auto& d) { return d.volume->id == volumes[v].id; });
    });
    return order;
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
    auto choice = chooseModel(store, options.model);
    const bool embedded = choice.hash == embeddedModelHash();
    requirePresent(volumes);

    BlobShelf shelf;
    SegmenterOptions segmenterOptions;
    segmenterOptions.model = addModel(store, shelf, choice.hash);
    segmenterOptions.device = options.device;
    segmenterOptions.shots = options.shots;
    const auto inspected = engine.inspect({segmenterOptions.model}, shelf.source(), control);
    const auto& trained = inspected.spec;
    if (options.changes.any()) {
        segmenterOptions.method = options.changes.applyTo(trained.options);
        engine::checkOptions(trained.method, *segmenterOptions.method);
    }

    PreparedImages images(shelf);
    const auto imageOf = [&](const VolumeRecord& volume) { return images.of(volume); };
    std::vector<Example> examples;
    for (const auto& [volume, support] : drawn) {
        control.check();
        examples.push_back(makeExample(*volume, imageOf(*volume), support.slice, static_cast<int>(support.label.value),
                                       annotatedMask(store, volume->id, support.slice, support.label), support.weight));
        examples.back().id = support.id;
    }
    PredictOutcome outcome;
    outcome.notes = std::move(choice.notes);
    for (auto& note : emptyImageNotes(volumes)) outcome.notes.push_back(std::move(note));
    for (const auto& label : labels) outcome.labelNames[static_cast<int>(label.id.value)] = label.name;
    std::int64_t total = 0;
    for (const auto& volume : volumes)
        for (const auto& [slice, wanted] : openSlices(store, volume, labels).wanted)
            total += static_cast<std::int64_t>(wanted.size());
    outcome.model = segmenterOptions.model;
    outcome.method = trained.method;
    if (total == 0) {
        outcome.notes.push_back(
            "nothing is left to propose: these labels are annotated, or known to be absent, on every slice");
        return outcome;
    }
    const bool learns = options.finished && options.refine.blend;
    std::vector<FinishedLabel> finished;
    if (learns) finished = withKeys(store, finishedLabels(store, labels), segmenterOptions);
    const auto taught = taughtLabels(finished);
    Experience experience(store);
    const Experience::Means means{engine, shelf.source(), imageOf, segmenterOptions};
    if (options.tuning && !options.changes.any()) {
        auto open = labels;
        std::erase_if(open, [&](const auto& label) { return taught.count(static_cast<int>(label.id.value)) != 0; });
        std::vector<Example> others, supports;
        for (const auto& known : knownSlices(store, allVolumes, open))
            others.push_back(makeExample(*known.volume, imageOf(*known.volume), known.slice,
                                         static_cast<int>(known.label.value), known.mask));
        for (const auto& example : examples)
            if (taught.count(example.slice.label) == 0) supports.push_back(example);
        outcome.tuned = tune(engine, shelf.source(), supports, others, segmenterOptions, control);
        for (const auto& label : outcome.tuned.labels) segmenterOptions.labelMethods[label.label] = label.options;
    }
    segmenterOptions.ownOnly = taught;
    const ProposalOrigins origins(trained, segmenterOptions, options.largest, options.refine, outcome.tuned.labels);

    std::vector<std::vector<NewProposals>> predicted(volumes.size());  // per volume and label
    auto extents = knownExtents(store, drawn);
    Segmenter segmenter(engine, shelf, examples, segmenterOptions);
    Stage stage(control, "predict", total);
    for (const auto v : drawnFirst(volumes, drawn)) {
        const auto& volume = volumes[v];
        const auto work = openSlices(store, volume, labels);
        if (work.wanted.empty()) {
            learnExtents(extents, volume.id, work.annotated, {});
            std::map<int, PredictedLabel> none;
            predicted[v] = proposalsOf(store, volume.id, labels, options.largest, origins, {}, none);
            continue;
        }
        if (learns) experience.learn(volume, finished, means, control);
        const auto lessons = experience.lessons(volume.id);
        for (const auto& [label, lesson] : lessons) outcome.finished[label] = lesson.volumes;
        segmenter.setExamples(examples);
        ForeignSupports foreign;
        if (options.refine.range) {
            foreign = placeForeign(segmenter, examples, allVolumes, extents, volume, imageOf(volume), stage);
            segmenter.setExamples(std::move(foreign.examples));
        }
        auto masks =
            segmenter.segment(volume, imageOf(volume), work.wanted, stage, [&](const Answer&) { stage.advance(); });
        const FinishingImages sources{
            [&] {
                SliceStack<Half> image;
                decode(shelf.get(imageOf(volume)), image);
                return image;
            },
            [&] { return std::make_shared<const std::optional<SliceStack<Half>>>(fineSlices(volume)); }};
        finishProposals(store, volume, labels, std::move(foreign.ranges), lessons, options.refine, sources, control,
                        masks);
        learnExtents(extents, volume.id, work.annotated, masks);
        predicted[v] = proposalsOf(store, volume.id, labels, options.largest, origins, lessons, masks);
        control.check();
    }
    outcome.answered = stage.done();
    outcome.totals = segmenter.totals();

    if (embedded) writeEmbeddedModel(store);
    project::EditInfo info;
    info.name = "predict " + (labels.size() == 1 ? labels.front().name : std::to_string(labels.size()) + " labels") +
                " on " + (volumes.size() == 1 ? volumes.front().name : std::to_string(volumes.size()) + " volumes");
    info.tool = "predict";
    store.transact(info, [&](project::ProjectWriter& writer) {
        if (embedded) recordEmbeddedModel(store, writer, inspected);
        const Present present(store);
        for (std::size_t v = 0; v < volumes.size(); ++v) {
            auto written = writeProposals(writer, store, present, volumes[v], predicted[v]);
            for (std::size_t l = 0; l < labels.size(); ++l) {
                if (predicted[v][l].slices.empty()) continue;
                const double confidence = meanConfidence(predicted[v][l], written[l]);
                outcome.proposals.push_back({volumes[v].name, labels[l].name, std::move(written[l]), confidence});
            }
        }
    });
    return outcome;
}

}  // namespace protolabel::workflow
