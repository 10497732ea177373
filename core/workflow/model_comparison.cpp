#include "core/workflow/model_comparison.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/base/spread.h"
#include "core/labels/metrics.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/segmenter.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

constexpr std::size_t kMostSlices = 12;

/// One label on one volume.
struct Subject {
    const project::VolumeRecord* volume;
    const labels::Label* label;
    std::vector<int> slices;
};

std::vector<int> finishedSlices(const project::ProjectStore& store, VolumeId volume, LabelId label) {
    auto all = store.slicesShowing(volume, label);
    std::erase_if(all, [&](int slice) { return store.reviewState(volume, slice) == project::ReviewState::Flagged; });
    return spread(all, kMostSlices);
}

bool hasOther(const std::vector<Example>& examples, VolumeId volume, int slice) {
    return std::any_of(examples.begin(), examples.end(), [&](const Example& example) {
        return example.volume != volume || example.slice.slice != slice;
    });
}

}  // namespace

ModelComparison compareModels(const project::ProjectStore& store, engine::Engine& engine, const std::string& first,
                              const std::string& second, JobControl& control) {
    const auto volumes = store.volumes();
    const auto labels = store.labels();
    BlobShelf shelf;
    PreparedImages images(shelf);
    std::map<LabelId, std::vector<Example>> examples;
    for (const auto& [volume, support] : drawnSupports(store, volumes, labels)) {
        control.check();
        if (!isPresent(*volume)) continue;
        examples[support.label].push_back(
            makeExample(*volume, images.of(*volume), support.slice, static_cast<int>(support.label.value),
                        annotatedMask(store, volume->id, support.slice, support.label), support.weight));
    }
    std::vector<Subject> subjects;
    std::int64_t total = 0;
    for (const auto& volume : volumes) {
        if (!isPresent(volume)) continue;
        for (const auto& label : labels) {
            Subject subject{&volume, &label, finishedSlices(store, volume.id, label.id)};
            std::erase_if(subject.slices, [&](int slice) { return !hasOther(examples[label.id], volume.id, slice); });
            if (subject.slices.empty()) continue;
            total += 2 * static_cast<std::int64_t>(subject.slices.size());
            subjects.push_back(std::move(subject));
        }
    }
    if (subjects.empty())
        throw Error("compare.nothing",
                    "there is nothing to compare models on: draw or accept slices beside the supports first");

    const auto added = [&](const std::string& model) { return addModel(store, shelf, chooseModel(store, model).hash); };
    const std::string models[] = {added(first), added(second)};
    if (models[0] == models[1])
        throw Error("compare.same", "both are the model {0}; name another one to compare it with",
                    {models[0].substr(0, 12)});
    Stage stage(control, "compare", total);
    ModelComparison result;
    for (const auto& subject : subjects) {
        const auto& volume = *subject.volume;
        const int label = static_cast<int>(subject.label->id.value);
        std::map<int, labels::Mask> truths;
        SliceLabels wanted;
        for (const int slice : subject.slices) {
            truths[slice] = annotatedMask(store, volume.id, slice, subject.label->id);
            wanted.push_back({slice, {label}});
        }
        labels::Overlap overlaps[2];
        for (const int which : {0, 1}) {
            SegmenterOptions options;
            options.model = models[which];
            options.byOthers = true;
            Segmenter segmenter(engine, shelf, examples.at(subject.label->id), options);
            segmenter.segment(volume, images.of(volume), wanted, stage, [&](const Answer& answer) {
                overlaps[which].add(answer.mask, truths.at(answer.slice));
                stage.advance();
            });
        }
        result.rows.push_back({volume.name, subject.label->name, static_cast<int>(subject.slices.size()),
                               100 * overlaps[0].dice(), 100 * overlaps[1].dice()});
    }
    for (const auto& row : result.rows) {
        result.first += row.first / static_cast<double>(result.rows.size());
        result.second += row.second / static_cast<double>(result.rows.size());
    }
    return result;
}

}  // namespace protolabel::workflow
