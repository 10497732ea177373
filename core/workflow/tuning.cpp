#include "core/workflow/tuning.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/spread.h"
#include "core/project/operations.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/volume_marks.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

constexpr std::size_t kMostKnownSlices = 6;

/// Which of `supports`, all of one label, `known` is segmented with; not with itself. Indices.
std::vector<int> supportsFor(const Example& known, const std::vector<Example>& supports, const std::vector<int>& among,
                             int shots) {
    std::vector<int> candidates;
    std::vector<project::SupportPosition> positions;
    for (const int i : among) {
        const auto& support = supports[static_cast<std::size_t>(i)];
        if (support.slice.image == known.slice.image && support.slice.slice == known.slice.slice) continue;
        candidates.push_back(i);
        positions.push_back({support.volume, support.position});
    }
    std::vector<int> chosen;
    for (const int i : project::chooseSupports(positions, known.volume, known.position, shots))
        chosen.push_back(candidates[static_cast<std::size_t>(i)]);
    return chosen;
}

struct SlicePlace {
    const project::VolumeRecord* volume;
    int slice;
};

/// Slices of one label beside its supports, those that show it or those known not to. Their masks are not read: a project may hold thousands.
std::vector<SlicePlace> placesOf(const project::ProjectStore& store, const std::vector<project::VolumeRecord>& volumes,
                                 LabelId label, bool showing) {
    std::set<std::pair<VolumeId, int>> supports;
    for (const auto& support : store.supports())
        if (support.label == label) supports.insert({support.volume, support.slice});
    const auto marks = volumeMarks(store);
    std::vector<SlicePlace> places;
    for (const auto& volume : volumes) {
        if (!isPresent(volume) || (!showing && !isComplete(store, marks, volume.id, label))) continue;
        const auto shown = store.slicesShowing(volume.id, label);
        for (int slice = 0; slice < layoutOf(volume).slices; ++slice)
            if (supports.count({volume.id, slice}) == 0 &&
                std::binary_search(shown.begin(), shown.end(), slice) == showing)
                places.push_back({&volume, slice});
    }
    return places;
}

}  // namespace

std::vector<KnownSlice> knownSlices(const project::ProjectStore& store,
                                    const std::vector<project::VolumeRecord>& volumes,
                                    const std::vector<labels::Label>& labels) {
    std::vector<KnownSlice> known;
    for (const auto& label : labels)
        for (const bool showing : {true, false})
            for (const auto& place : spread(placesOf(store, volumes, label.id, showing), kMostKnownSlices))
                known.push_back(
                    {place.volume, place.slice, label.id, maskOn(store, *place.volume, place.slice, label.id)});
    return known;
}

engine::TuneResult tune(engine::Engine& engine, const engine::BlobSource& blobs, const std::vector<Example>& supports,
                        const std::vector<Example>& others, const SegmenterOptions& options, JobControl& control) {
    std::map<int, std::vector<int>> byLabel;  // indices of supports
    for (std::size_t i = 0; i < supports.size(); ++i) byLabel[supports[i].slice.label].push_back(static_cast<int>(i));

    engine::TuneRequest request;
    request.model = options.model;
    request.options = options.method;
    request.device = options.device;
    for (const auto& support : supports) request.supports.push_back(support.slice);
    for (const auto& [label, all] : byLabel) {
        const auto some = spread(all, kMostKnownSlices);
        std::vector<engine::KnownSlice> slices;
        const auto add = [&](const Example& known) {
            auto chosen = supportsFor(known, supports, some, options.shots);
            const auto& slice = known.slice;
            if (!chosen.empty()) slices.push_back({slice.image, slice.slice, label, slice.mask, std::move(chosen)});
        };
        for (const int i : some) add(supports[static_cast<std::size_t>(i)]);
        for (const auto& other : others)
            if (other.slice.label == label) add(other);
        if (slices.size() >= kFewestKnownSlices)
            request.slices.insert(request.slices.end(), slices.begin(), slices.end());
    }
    if (request.slices.empty()) return {};
    return engine.tune(request, blobs, control);
}

}  // namespace protolabel::workflow
