#include "core/workflow/volume_labels.h"

#include <algorithm>

#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

imaging::LabelMap emptyMap(const project::VolumeRecord& volume) {
    imaging::LabelMap map;
    map.geometry = volume.geometry;
    map.voxels.resize(static_cast<std::size_t>(volume.geometry.voxelCount()));
    return map;
}

}  // namespace

imaging::LabelMap annotationMap(const project::ProjectStore& store, const project::VolumeRecord& volume) {
    auto map = emptyMap(volume);
    for (const int slice : store.annotatedSlices(volume.id))
        if (const auto annotation = store.annotation(volume.id, slice))
            imaging::setSlice(map, volume.sliceAxis, slice, *annotation);
    return map;
}

imaging::LabelMap proposalMap(const project::ProjectStore& store, const project::VolumeRecord& volume) {
    auto map = emptyMap(volume);
    auto proposals = store.proposals(volume.id);
    // By slice; within one the most confident last, so that it is drawn over the others.
    std::stable_sort(proposals.begin(), proposals.end(), [](const auto& a, const auto& b) {
        return a.slice != b.slice ? a.slice < b.slice : a.confidence < b.confidence;
    });
    for (std::size_t i = 0; i < proposals.size();) {
        const int index = proposals[i].slice;
        auto slice = imaging::slice(map, volume.sliceAxis, index);
        for (; i < proposals.size() && proposals[i].slice == index; ++i) {
            const auto proposal = store.proposal(volume.id, index, proposals[i].label);
            if (!proposal) continue;
            for (std::size_t p = 0; p < slice.pixels.size() && p < proposal->mask.pixels.size(); ++p)
                if (proposal->mask.pixels[p] != 0) slice.pixels[p] = static_cast<std::uint16_t>(proposal->label.value);
        }
        imaging::setSlice(map, volume.sliceAxis, index, slice);
    }
    return map;
}

}  // namespace protolabel::workflow
