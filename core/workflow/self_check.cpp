// The leave-one-out check of LivePredictor.
#include "core/workflow/self_check.h"

#include <algorithm>

#include "core/base/spread.h"
#include "core/labels/metrics.h"
#include "core/labels/surface_distance.h"
#include "core/workflow/live_prediction.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

constexpr std::size_t kMostChecked = 6;

labels::VoxelMask flatVoxels(const labels::Mask& mask, const project::VolumeRecord& volume) {
    const labels::Plane plane{volume.sliceAxis, 0};
    const auto& spacing = volume.geometry.spacing;
    labels::VoxelMask voxels({1, mask.height, mask.width}, {1, spacing[static_cast<std::size_t>(plane.yAxis())],
                                                            spacing[static_cast<std::size_t>(plane.xAxis())]});
    std::copy(mask.pixels.begin(), mask.pixels.end(), voxels.voxels.begin());
    return voxels;
}

/// What the check of a label rests on.
std::string basisOf(const std::vector<Example>& examples, const std::vector<std::size_t>& of,
                    const SegmenterOptions& options, int label) {
    std::string text = options.model + " " + std::to_string(options.shots);
    if (options.method) text += engine::toJson(*options.method).dump();
    if (const auto own = options.labelMethods.find(label); own != options.labelMethods.end())
        text += engine::toJson(own->second).dump();
    for (const auto i : of) {
        const auto& slice = examples[i].slice;
        text += " " + slice.image + ":" + std::to_string(slice.slice) + ":" + std::to_string(slice.weight) + ":";
        text.append(slice.mask.begin(), slice.mask.end());
    }
    return text;
}

CheckedLabel summaryOf(std::vector<CheckedSupport> supports) {
    CheckedLabel label;
    std::vector<review::KnownResult> results;
    double distances = 0;
    int defined = 0;
    for (const auto& one : supports) {
        results.push_back(one.result);
        label.dice += one.result.dice / static_cast<double>(supports.size());
        if (one.hd95) distances += *one.hd95, ++defined;
    }
    if (defined > 0) label.hd95 = distances / defined;
    label.correction = review::correctionFrom(results);
    label.supports = std::move(supports);
    return label;
}

}  // namespace

bool LivePredictor::check(engine::Engine& engine, const LiveSettings& settings, JobControl& control) {
    const auto ready = prepare(engine, {}, settings, control);
    const auto volumes = store_.volumes();
    std::map<int, Checked> fresh;
    bool changed = false;
    for (const auto& label : ready.labels) {
        const int id = static_cast<int>(label.id.value);
        std::vector<std::size_t> of;
        for (std::size_t i = 0; i < ready.examples.size(); ++i)
            if (ready.examples[i].slice.label == id) of.push_back(i);
        if (of.size() < 2) continue;
        auto& checked = fresh[id];
        checked.supports = basisOf(ready.examples, of, ready.options, id);
        {
            const std::lock_guard lock(found_);
            const auto before = checked_.find(id);
            if (before != checked_.end() && before->second.supports == checked.supports) {
                checked = before->second;
                continue;
            }
        }
        changed = true;
        std::vector<CheckedSupport> results;
        for (const auto i : spread(of, kMostChecked)) {
            control.check();
            const auto& known = ready.examples[i];
            const auto volume = std::find_if(volumes.begin(), volumes.end(),
                                             [&](const auto& record) { return record.id == known.volume; });
            std::vector<Example> others;
            for (const auto j : of)
                if (j != i) others.push_back(ready.examples[j]);
            Segmenter segmenter(engine, blobs(), std::move(others), ready.options);
            const int slice = known.slice.slice;
            auto predicted =
                segmenter.segment(*volume, known.slice.image, {{slice, {id}}}, control, [](const Answer&) {})[id];
            labels::Mask truth;
            {
                const std::lock_guard lock(mutex_);
                truth = examples_.at(known.id).mask;
            }
            auto& mask = predicted.masks[slice];
            if (mask.pixels.empty()) mask = labels::Mask(truth.width, truth.height);
            labels::Overlap overlap;
            overlap.add(mask, truth);
            const auto distances = labels::surfaceDistances(flatVoxels(mask, *volume), flatVoxels(truth, *volume));
            const auto& info = predicted.slices[slice];
            results.push_back({known.id,
                               {info.confidence, info.distance, overlap.dice()},
                               distances ? std::optional(distances->hd95) : std::nullopt});
        }
        checked.label = summaryOf(std::move(results));
    }
    const std::lock_guard lock(found_);
    changed |= fresh.size() != checked_.size();
    checked_ = std::move(fresh);
    return changed;
}

std::map<LabelId, CheckedLabel> LivePredictor::checked() const {
    const std::lock_guard lock(found_);
    std::map<LabelId, CheckedLabel> all;
    for (const auto& [label, checked] : checked_) all[LabelId{label}] = checked.label;
    return all;
}

}  // namespace protolabel::workflow
