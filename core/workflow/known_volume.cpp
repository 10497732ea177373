#include "core/workflow/known_volume.h"

#include <numeric>

#include "core/base/inner_control.h"
#include "core/labels/run_length.h"
#include "core/project/operations.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

constexpr int kShotsOfOthers = 3;

}  // namespace

labels::Mask KnownVolume::drawn(int label, int slice) const {
    const auto all = truth.find(label);
    if (all != truth.end())
        if (const auto mask = all->second.find(slice); mask != all->second.end()) return mask->second;
    return {size, size};
}

refine::FinishedShape KnownVolume::shape(int label) const {
    const auto all = truth.find(label);
    return {slices, sliceSpacing, all == truth.end() ? labels::MaskStack() : all->second};
}

std::vector<int> KnownVolume::allSlices() const {
    std::vector<int> all(static_cast<std::size_t>(slices));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

Example KnownVolume::example(int label, int slice, const labels::Mask& mask) const {
    Example example;
    example.volume = record.id;
    example.position = relativePosition(slice, slices);
    example.slice = {image, slice, label, labels::encodeRuns(mask), 1};
    return example;
}

refine::ScoreStack NetworkScores::ask(const KnownVolume& volume, int label, const std::vector<int>& slices,
                                      std::vector<Example> examples, int shots, JobControl& control) {
    if (examples.empty()) return {};
    auto options = options_;
    options.shots = shots;
    Segmenter segmenter(engine_, blobs_, std::move(examples), std::move(options));
    SliceLabels wanted;
    for (const int slice : slices) wanted.push_back({slice, {label}});
    InnerControl quiet(control);  // the outer stage tells how far it is
    return segmenter.segment(volume.record, volume.image, wanted, quiet, [](const Answer&) {})[label].scores;
}

refine::ScoreStack NetworkScores::byDrawn(const KnownVolume& volume, int label, const std::vector<int>& slices,
                                          const labels::MaskStack& drawn, JobControl& control) {
    std::vector<int> supports;
    std::vector<project::SupportPosition> positions;
    for (const auto& [slice, mask] : drawn) {
        if (labels::countNonZero(mask) == 0) continue;
        supports.push_back(slice);
        positions.push_back({volume.record.id, relativePosition(slice, volume.slices)});
    }
    refine::ScoreStack scores;
    if (supports.empty()) return scores;
    auto& known = memory_[{volume.record.id, label}];
    std::map<int, int> nearest;
    std::vector<int> missing;
    for (const int slice : slices) {
        const auto chosen =
            project::chooseSupports(positions, volume.record.id, relativePosition(slice, volume.slices), 1).front();
        nearest[slice] = supports[static_cast<std::size_t>(chosen)];
        if (known.count({nearest[slice], slice}) == 0) missing.push_back(slice);
    }
    std::vector<Example> examples;
    for (const int support : supports) examples.push_back(volume.example(label, support, drawn.at(support)));
    if (!missing.empty())
        for (auto& [slice, score] : ask(volume, label, missing, std::move(examples), 1, control))
            known[{nearest.at(slice), slice}] = labels::encodeRuns(score);
    for (const auto& [slice, support] : nearest) labels::decodeRuns(known.at({support, slice}), scores[slice]);
    return scores;
}

refine::ScoreStack NetworkScores::byOthers(const KnownVolume& volume, int label, const std::vector<int>& slices,
                                           const KnownVolumes& others, JobControl& control) {
    std::vector<Example> examples;
    for (const auto* other : others)
        if (const auto shown = other->truth.find(label); shown != other->truth.end())
            for (const auto& [slice, mask] : shown->second) examples.push_back(other->example(label, slice, mask));
    return ask(volume, label, slices, std::move(examples), kShotsOfOthers, control);
}

}  // namespace protolabel::workflow
