#include "core/workflow/live_prediction.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/sha256.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/files.h"
#include "core/workflow/finishing.h"
#include "core/workflow/model_library.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/selection.h"
#include "core/workflow/snapping.h"
#include "core/workflow/stage.h"
#include "core/workflow/tuning.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

using project::VolumeRecord;

namespace {

/// What tuning of one label depends on.
std::string fingerprint(const std::vector<Example>& examples, int label, const SegmenterOptions& options) {
    Bytes bytes(options.model.begin(), options.model.end());
    const auto add = [&](const std::string& text) { bytes.insert(bytes.end(), text.begin(), text.end()); };
    add("|" + std::to_string(options.shots));
    for (const auto& example : examples) {
        if (example.slice.label != label) continue;
        add("|" + example.slice.image + "|" + std::to_string(example.slice.slice) + "|" +
            std::to_string(example.slice.weight) + "|");
        bytes.insert(bytes.end(), example.slice.mask.begin(), example.slice.mask.end());
    }
    return sha256Hex(bytes);
}

void append(std::map<int, PredictedLabel>& all, std::map<int, PredictedLabel> more) {
    for (auto& [label, predicted] : more) {
        all[label].masks.merge(predicted.masks);
        all[label].scores.merge(predicted.scores);
        all[label].slices.merge(predicted.slices);
    }
}

/// Slices of a label that are other ones now.
void tellChanges(VolumeId volume, LabelId label, const std::map<int, PredictedLabel>& before,
                 const std::map<int, PredictedLabel>& after, const std::function<void(const LiveSlice&)>& each) {
    const auto now = after.find(static_cast<int>(label.value));
    if (now == after.end()) return;
    const auto& was = before.at(now->first);
    for (const auto& [slice, info] : now->second.slices) {
        const auto old = was.masks.find(slice), mask = now->second.masks.find(slice);
        const bool shown = mask != now->second.masks.end();
        if (shown == (old != was.masks.end()) && (!shown || mask->second == old->second)) continue;
        const auto& size = shown ? mask->second : old->second;
        each({volume, slice, label, shown ? mask->second : labels::Mask(size.width, size.height), info.confidence,
              info.distance});
    }
}

}  // namespace

std::vector<int> outwards(int first, int slices) {
    std::vector<int> order;
    first = std::clamp(first, 0, std::max(slices - 1, 0));
    for (int step = 0; step < slices; ++step)
        for (const int slice : {first + step, first - step})
            if (slice >= 0 && slice < slices && (step > 0 || slice != first || order.empty())) order.push_back(slice);
    return order;
}

engine::BlobSource LivePredictor::blobs() {
    return [this](const std::string& hash) {
        const std::lock_guard lock(mutex_);
        return shelf_.get(hash);
    };
}

std::string LivePredictor::modelOf(engine::Engine& engine, const std::string& name, JobControl& control,
                                   engine::InspectResult& inspected) {
    const auto hash = chooseModel(store_, name).hash;
    auto known = models_.find(hash);
    if (known == models_.end()) {
        addModel(store_, shelf_, hash);
        known = models_.emplace(hash, engine.inspect({hash}, blobs(), control)).first;
    }
    inspected = known->second;
    return hash;
}

std::string LivePredictor::imageOf(const VolumeRecord& volume) {
    const std::lock_guard lock(mutex_);
    return images_.of(volume);
}

SliceStack<Half> LivePredictor::preparedOf(const std::string& image) {
    SliceStack<Half> prepared;
    decode(blobs()(image), prepared);
    return prepared;
}

/// Kept for one volume, the last.
std::shared_ptr<const std::optional<SliceStack<Half>>> LivePredictor::fineOf(const VolumeRecord& volume) {
    const auto key = preparedKey(volume);
    {
        const std::lock_guard lock(mutex_);
        if (fine_ && fineKey_ == key) return fine_;
    }
    auto fine = std::make_shared<const std::optional<SliceStack<Half>>>(fineSlices(volume));
    const std::lock_guard lock(mutex_);
    fineKey_ = key;
    return fine_ = std::move(fine);
}

Example LivePredictor::exampleOf(const DrawnSupport& drawn) {
    const auto& support = drawn.support;
    auto mask = annotatedMask(store_, support.volume, support.slice, support.label);
    const auto image = imageOf(*drawn.volume);
    auto& kept = examples_[support.id];
    if (kept.mask != mask || kept.example.slice.image != image) {
        kept.example = makeExample(*drawn.volume, image, support.slice, static_cast<int>(support.label.value), mask);
        kept.example.id = support.id;
        kept.mask = std::move(mask);
    }
    kept.example.slice.weight = support.weight;
    return kept.example;
}

LivePredictor::Ready LivePredictor::prepare(engine::Engine& engine, const std::vector<LabelId>& wanted,
                                            const LiveSettings& settings, JobControl& control) {
    const std::lock_guard lock(mutex_);
    Ready ready;
    std::vector<labels::Label> asked;
    for (auto& label : store_.labels())
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), label.id) != wanted.end())
            asked.push_back(std::move(label));
    const auto volumes = store_.volumes();
    const auto drawn = drawnSupports(store_, volumes, asked);
    if (drawn.empty()) return ready;
    std::set<LabelId> learned;
    for (const auto& support : drawn) {
        control.check();
        ready.examples.push_back(exampleOf(support));
        learned.insert(support.support.label);
    }
    for (auto& label : asked)
        if (learned.count(label.id) != 0) ready.labels.push_back(std::move(label));

    ready.options.model = modelOf(engine, settings.model, control, ready.model);
    ready.options.device = settings.device;
    ready.options.shots = settings.shots;
    if (settings.changes.any()) {
        ready.options.method = settings.changes.applyTo(ready.model.spec.options);
        return ready;
    }
    if (settings.finished && settings.refine.blend) ready.options.ownOnly = experience_.taught();
    const std::lock_guard found(found_);
    for (const auto& label : ready.labels) {
        const auto own = tuned_.find(static_cast<int>(label.id.value));
        if (own == tuned_.end() || ready.options.ownOnly.count(own->first) != 0) continue;
        ready.options.labelMethods[own->first] = own->second.label.options;
        ready.tuned.push_back(own->second.label);
    }
    return ready;
}

/// Where the supports of other volumes belong in this one; found out again when anything that it rests on changed.
ForeignSupports LivePredictor::placed(Segmenter& segmenter, const Ready& ready, const VolumeRecord& volume,
                                      const std::string& image, JobControl& control) {
    const auto volumes = store_.volumes();
    const auto extents = knownExtents(store_, drawnSupports(store_, volumes, ready.labels));
    std::string key = image;
    for (const auto& label : ready.labels)
        key += fingerprint(ready.examples, static_cast<int>(label.id.value), ready.options);
    for (const auto& [of, extent] : extents)
        key += "|" + std::to_string(of.first.value) + "|" + std::to_string(of.second) + "|" +
               std::to_string(extent.begin) + "|" + std::to_string(extent.end);
    if (ready.options.method) key += engine::toJson(*ready.options.method).dump();
    for (const auto& [label, own] : ready.options.labelMethods)
        key += "|" + std::to_string(label) + engine::toJson(own).dump();
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = placed_.find(volume.id); known != placed_.end() && known->second.supports == key)
            return known->second.foreign;
    }
    auto foreign = placeForeign(segmenter, ready.examples, volumes, extents, volume, image, control);
    const std::lock_guard lock(mutex_);
    placed_[volume.id] = {std::move(key), foreign};
    return foreign;
}

LivePass LivePredictor::predict(engine::Engine& engine, const VolumeRecord& volume, const std::vector<int>& slices,
                                const std::vector<LabelId>& wanted, const LiveSettings& settings, JobControl& control,
                                const std::function<void(const LiveSlice&)>& each) {
    LivePass pass;
    pass.volume = volume;
    auto ready = prepare(engine, wanted, settings, control);
    if (ready.examples.empty()) return pass;
    pass.model = ready.model;
    const auto image = imageOf(volume);
    std::map<int, std::vector<int>> open;
    for (auto& [slice, labels] : openSlices(store_, volume, ready.labels).wanted) open[slice] = std::move(labels);
    SliceLabels first, rest;
    std::int64_t total = 0;
    for (const int slice : slices)
        if (auto found = open.extract(slice)) {
            total += static_cast<std::int64_t>(found.mapped().size());
            (first.empty() ? first : rest).emplace_back(slice, std::move(found.mapped()));
        }

    const ProposalOrigins origins(ready.model.spec, ready.options, settings.largest, settings.refine, ready.tuned);
    const bool foreign = settings.refine.range && anyForeign(ready.examples, volume.id);
    Segmenter segmenter(engine, blobs(), ready.examples, ready.options);
    Stage stage(control, "predict", total);
    const auto segmented = [&](const SliceLabels& part) {
        return segmenter.segment(volume, image, part, stage, [&](const Answer& answer) {
            stage.advance();
            each({volume.id, answer.slice, LabelId{answer.label}, answer.mask, answer.info.confidence,
                  answer.info.distance});
        });
    };
    auto predicted = segmented(first);
    std::map<int, SliceRange> ranges;
    if (foreign) {
        auto supports = placed(segmenter, ready, volume, image, control);
        segmenter.setExamples(std::move(supports.examples));
        ranges = std::move(supports.ranges);
        // Other supports may be the nearest of the first slice now.
        const auto before = std::exchange(predicted, segmenter.segment(volume, image, first, control, [](auto&) {}));
        for (const auto& label : ready.labels) tellChanges(volume.id, label.id, before, predicted, each);
    }
    append(predicted, segmented(rest));
    Lessons lessons;  // not before the first slice is there
    if (settings.finished && settings.refine.blend) lessons = experience_.lessons(volume.id);
    const auto before = predicted;
    finishProposals(store_, volume, ready.labels, std::move(ranges), lessons, settings.refine,
                    {[&] { return preparedOf(image); }, [&] { return fineOf(volume); }}, control, predicted);
    for (const auto& label : ready.labels) tellChanges(volume.id, label.id, before, predicted, each);
    pass.proposals = proposalsOf(store_, volume.id, ready.labels, settings.largest, origins, lessons, predicted);
    return pass;
}

void LivePredictor::store(const std::vector<LivePass>& passes, const project::EditInfo& info) {
    const auto uses = [](const LivePass& pass) {
        return std::any_of(pass.proposals.begin(), pass.proposals.end(),
                           [](const auto& label) { return label.origin.model == embeddedModelHash(); });
    };
    const auto embedded = std::find_if(passes.begin(), passes.end(), uses);
    if (embedded != passes.end()) writeEmbeddedModel(store_);
    store_.transact(info, [&](project::ProjectWriter& writer) {
        if (embedded != passes.end()) recordEmbeddedModel(store_, writer, embedded->model);
        const Present present(store_);
        for (const auto& pass : passes) writeProposals(writer, store_, present, pass.volume, pass.proposals);
    });
}

bool LivePredictor::learn(engine::Engine& engine, const VolumeRecord& volume, const LiveSettings& settings,
                          JobControl& control) {
    if (!settings.finished || !settings.refine.blend) return false;
    auto ready = prepare(engine, {}, settings, control);
    ready.options.labelMethods.clear();
    const auto image = [this](const VolumeRecord& record) { return imageOf(record); };
    return experience_.learn(volume, withKeys(store_, finishedLabels(store_, ready.labels), ready.options),
                             {engine, blobs(), image, ready.options}, control);
}

std::map<LabelId, int> LivePredictor::taught(VolumeId volume) const {
    std::map<LabelId, int> taught;
    for (const auto& [label, volumes] : experience_.taught(volume)) taught[LabelId{label}] = volumes;
    return taught;
}

bool LivePredictor::tune(engine::Engine& engine, const LiveSettings& settings, JobControl& control) {
    auto ready = prepare(engine, {}, settings, control);
    std::set<int> taught;
    if (settings.finished && settings.refine.blend) taught = taughtLabels(finishedLabels(store_, ready.labels));
    std::map<int, std::string> found;
    std::vector<labels::Label> changed;
    for (const auto& label : ready.labels) {
        const int id = static_cast<int>(label.id.value);
        if (taught.count(id) != 0) continue;
        found[id] = fingerprint(ready.examples, id, ready.options);
        const std::lock_guard lock(found_);
        const auto before = tuned_.find(id);
        if (before == tuned_.end() || before->second.supports != found[id]) changed.push_back(label);
    }
    std::erase_if(ready.examples, [&](const Example& example) {
        return std::none_of(changed.begin(), changed.end(),
                            [&](const auto& label) { return label.id.value == example.slice.label; });
    });
    if (ready.examples.empty()) return false;

    const auto volumes = store_.volumes();
    std::vector<Example> others;
    for (const auto& known : knownSlices(store_, volumes, changed)) {
        control.check();
        others.push_back(makeExample(*known.volume, imageOf(*known.volume), known.slice,
                                     static_cast<int>(known.label.value), known.mask));
    }
    ready.options.method = {};
    ready.options.labelMethods.clear();
    const auto result = workflow::tune(engine, blobs(), ready.examples, others, ready.options, control);
    bool other = false;
    const std::lock_guard lock(found_);
    for (const auto& label : result.labels) {
        auto& kept = tuned_[label.label];
        other |=
            kept.supports.empty() ? label.changed : engine::toJson(kept.label.options) != engine::toJson(label.options);
        kept = {found[label.label], label};
    }
    return other;
}

std::map<LabelId, engine::TunedLabel> LivePredictor::tuned() const {
    const std::lock_guard lock(found_);
    std::map<LabelId, engine::TunedLabel> all;
    for (const auto& [label, tuned] : tuned_) all[LabelId{label}] = tuned.label;
    return all;
}

}  // namespace protolabel::workflow
