#include "core/workflow/foreign_supports.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/spread.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

using project::VolumeRecord;

namespace {

constexpr std::size_t kLandmarks = 3;  // per label and volume
constexpr std::size_t kVolumes = 3;

/// Examples of the labels that have none in `volume`: volume -> label -> indices, ascending by slice.
std::map<VolumeId, std::map<int, std::vector<int>>> foreignOnes(const std::vector<Example>& examples, VolumeId volume) {
    std::set<int> own;
    for (const auto& example : examples)
        if (example.volume == volume) own.insert(example.slice.label);
    std::map<VolumeId, std::map<int, std::vector<int>>> foreign;
    for (std::size_t i = 0; i < examples.size(); ++i)
        if (own.count(examples[i].slice.label) == 0)
            foreign[examples[i].volume][examples[i].slice.label].push_back(static_cast<int>(i));
    for (auto& [from, labels] : foreign)
        for (auto& [label, indices] : labels)
            std::sort(indices.begin(), indices.end(), [&](int a, int b) {
                return examples[static_cast<std::size_t>(a)].slice.slice <
                       examples[static_cast<std::size_t>(b)].slice.slice;
            });
    return foreign;
}

}  // namespace

KnownExtents knownExtents(const project::ProjectStore& store, const std::vector<DrawnSupport>& drawn) {
    std::map<VolumeId, std::map<LabelId, std::vector<int>>> proposed;
    KnownExtents extents;
    for (const auto& [volume, support] : drawn) {
        const std::pair key(volume->id, static_cast<int>(support.label.value));
        if (extents.count(key) != 0) continue;
        const auto [found, unread] = proposed.try_emplace(volume->id);
        if (unread)
            for (const auto& proposal : store.proposals(volume->id))
                found->second[proposal.label].push_back(proposal.slice);
        const auto mine = found->second.find(support.label);
        const auto extent = refine::extentOf(store.slicesShowing(volume->id, support.label),
                                             mine == found->second.end() ? std::nullopt : std::optional(mine->second));
        if (extent) extents[key] = *extent;
    }
    return extents;
}

KnownExtents extentsOf(const std::vector<Example>& examples) {
    std::map<std::pair<VolumeId, int>, std::vector<int>> drawn;
    for (const auto& example : examples) drawn[{example.volume, example.slice.label}].push_back(example.slice.slice);
    KnownExtents extents;
    for (auto& [key, slices] : drawn) {
        std::sort(slices.begin(), slices.end());
        if (const auto extent = refine::extentOf(slices, {})) extents[key] = *extent;
    }
    return extents;
}

void learnExtents(KnownExtents& extents, VolumeId volume, const std::map<int, std::vector<int>>& drawn,
                  const std::map<int, PredictedLabel>& predicted) {
    for (const auto& [label, slices] : drawn) {
        if (slices.empty()) continue;
        std::vector<int> proposed;
        if (const auto found = predicted.find(label); found != predicted.end())
            for (const auto& [slice, mask] : found->second.masks) proposed.push_back(slice);
        extents[{volume, label}] = *refine::extentOf(slices, proposed);
    }
}

bool anyForeign(const std::vector<Example>& examples, VolumeId volume) {
    return !foreignOnes(examples, volume).empty();
}

ForeignSupports placeForeign(Segmenter& segmenter, const std::vector<Example>& examples,
                             const std::vector<VolumeRecord>& volumes, const KnownExtents& extents,
                             const VolumeRecord& volume, const std::string& image, JobControl& control) {
    ForeignSupports result;
    result.examples = examples;
    const auto layout = layoutOf(volume);
    const auto foreign = foreignOnes(examples, volume.id);
    if (foreign.empty() || layout.slices < 2) return result;
    std::vector<const VolumeRecord*> others;
    for (const auto& other : volumes)
        if (foreign.count(other.id) != 0) others.push_back(&other);
    others = spread(others, kVolumes);

    std::vector<int> landmarks;
    for (const auto* other : others)
        for (const auto& [label, indices] : foreign.at(other->id))
            for (const int landmark : spread(indices, kLandmarks)) landmarks.push_back(landmark);
    const auto distances = segmenter.distances(landmarks, volume, image, control);

    std::map<int, std::vector<refine::Extent>> places;
    for (const auto* other : others) {
        const auto otherLayout = layoutOf(*other);
        std::vector<refine::LandmarkedLabel> labels;
        for (const auto& [label, indices] : foreign.at(other->id)) {
            auto& landmarked = labels.emplace_back();
            for (const int landmark : spread(indices, kLandmarks))
                landmarked.landmarks.push_back(
                    {examples[static_cast<std::size_t>(landmark)].slice.slice, distances.at(landmark)});
            if (const auto extent = extents.find({other->id, label}); extent != extents.end())
                landmarked.extent = extent->second;
        }
        const auto alignment = refine::aligned({layout.slices, layout.sliceSpacing},
                                               {otherLayout.slices, otherLayout.sliceSpacing}, labels);
        auto landmarked = labels.begin();
        for (const auto& [label, indices] : foreign.at(other->id)) {
            for (const int index : indices) {
                auto& example = result.examples[static_cast<std::size_t>(index)];
                example.position = (alignment.of(example.slice.slice + 0.5) - 0.5) / (layout.slices - 1);
            }
            if (const auto& extent = (landmarked++)->extent)
                places[label].push_back({alignment.of(extent->begin), alignment.of(extent->end)});
        }
    }
    for (const auto& [label, extentsHere] : places) {
        double begin = 0, end = 0;
        for (const auto& extent : extentsHere) begin += extent.begin, end += extent.end;
        const auto count = static_cast<double>(extentsHere.size());
        const int first = std::clamp(static_cast<int>(std::lround(begin / count)), 0, layout.slices - 1);
        const int last = std::clamp(static_cast<int>(std::lround(end / count)) - 1, first, layout.slices - 1);
        result.ranges[label] = {first, last};
    }
    return result;
}

void keepToRanges(const std::map<int, SliceRange>& ranges, std::map<int, PredictedLabel>& predicted) {
    for (const auto& [label, range] : ranges) {
        const auto found = predicted.find(label);
        if (found == predicted.end()) continue;
        for (auto& [slice, score] : found->second.scores) {
            if ((slice >= range.first && slice <= range.second) || found->second.masks.erase(slice) == 0) continue;
            for (auto& value : score.pixels) value = std::min<std::uint8_t>(value, 127);
            found->second.slices[slice].confidence = confidenceOf(score);
        }
    }
}

}  // namespace protolabel::workflow
