#include "core/workflow/prediction_steps.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/workflow/volume_marks.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

using project::VolumeRecord;

std::vector<DrawnSupport> drawnSupports(const project::ProjectStore& store, const std::vector<VolumeRecord>& volumes,
                                        const std::vector<labels::Label>& wanted) {
    std::vector<DrawnSupport> drawn;
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

labels::Mask annotatedMask(const project::ProjectStore& store, VolumeId volume, int slice, LabelId label) {
    labels::Mask mask;
    if (const auto annotation = store.annotation(volume, slice))
        mask = labels::maskOf(*annotation, static_cast<std::uint16_t>(label.value));
    if (labels::countNonZero(mask) == 0)
        throw Error("predict.changed", "what is drawn was changed while the prediction was prepared; predict again");
    return mask;
}

labels::Mask maskOn(const project::ProjectStore& store, const VolumeRecord& volume, int slice, LabelId label) {
    if (const auto annotation = store.annotation(volume.id, slice))
        return labels::maskOf(*annotation, static_cast<std::uint16_t>(label.value));
    const auto layout = layoutOf(volume);
    return {layout.width, layout.height};
}

OpenSlices openSlices(const project::ProjectStore& store, const VolumeRecord& volume,
                      const std::vector<labels::Label>& labels) {
    OpenSlices open;
    const auto marks = volumeMarks(store);
    std::set<LabelId> complete;
    for (const auto& label : labels) {
        open.annotated[static_cast<int>(label.id.value)] = store.slicesShowing(volume.id, label.id);
        if (isComplete(store, marks, volume.id, label.id)) complete.insert(label.id);
    }
    std::set<std::pair<LabelId, int>> supports;
    for (const auto& support : store.supports())
        if (support.volume == volume.id && support.enabled) supports.insert({support.label, support.slice});
    for (int slice = 0; slice < layoutOf(volume).slices; ++slice) {
        std::vector<int> wanted;
        for (const auto& label : labels) {
            const int id = static_cast<int>(label.id.value);
            const auto& annotated = open.annotated[id];
            if (!std::binary_search(annotated.begin(), annotated.end(), slice) && complete.count(label.id) == 0 &&
                supports.count({label.id, slice}) == 0)
                wanted.push_back(id);
        }
        if (!wanted.empty()) open.wanted.emplace_back(slice, std::move(wanted));
    }
    return open;
}

double confidenceOf(const labels::ProbabilitySlice& probability) {
    double sum = 0, count = 0;
    std::uint8_t most = 0;
    for (const auto value : probability.pixels) {
        most = std::max(most, value);
        if (value >= 128) sum += (value + 0.5) / 256, ++count;
    }
    return count > 0 ? sum / count : 1 - (most + 0.5) / 256;
}

void keepLargest(const project::ProjectStore& store, VolumeId volume, LabelId label, PredictedLabel& predicted) {
    auto whole = predicted.masks;
    for (const int slice : store.slicesShowing(volume, label))
        if (whole.count(slice) == 0) whole[slice] = annotatedMask(store, volume, slice, label);
    labels::keepLargestComponent(whole);
    for (auto mask = predicted.masks.begin(); mask != predicted.masks.end();) {
        mask->second = std::move(whole[mask->first]);
        mask = labels::countNonZero(mask->second) == 0 ? predicted.masks.erase(mask) : std::next(mask);
    }
}

ProposalOrigins::ProposalOrigins(const engine::ModelSpec& trained, const SegmenterOptions& used, bool largest,
                                 const refine::RefineOptions& refine, const std::vector<engine::TunedLabel>& tuned)
    : model_(used.model) {
    auto common = engine::toJson(used.method.value_or(trained.options));
    common["method"] = trained.method;
    common["encoder"] = trained.encoder;
    common["shots"] = used.shots;
    common["largest"] = largest;
    common["refine"] = {
        {"blend", refine.blend}, {"clean", refine.clean}, {"range", refine.range}, {"snap", refine.snap}};
    common_ = common.dump();
    for (const auto& label : tuned) {
        auto own = common;
        own.update(engine::toJson(label.options));
        own["tuned"] = {{"slices", label.slices}, {"dice_before", label.before}, {"dice_after", label.after}};
        byLabel_[label.label] = own.dump();
    }
}

ProposalOrigin ProposalOrigins::of(int label, int finished) const {
    const auto own = byLabel_.find(label);
    const auto& text = own == byLabel_.end() ? common_ : own->second;
    if (finished == 0) return {model_, text};
    auto json = nlohmann::json::parse(text);
    json["finished"] = finished;
    return {model_, json.dump()};
}

}  // namespace protolabel::workflow
