#include "core/workflow/status.h"

#include "core/workflow/volumes.h"

namespace protolabel::workflow {

ProjectStatus statusOf(const project::ProjectStore& store) {
    ProjectStatus status{{}, store.labels(), store.supports(), store.models()};
    for (auto& record : store.volumes()) {
        VolumeStatus volume;
        volume.missing = !isPresent(record);
        volume.slices = layoutOf(record).slices;
        volume.annotatedSlices = static_cast<int>(store.annotatedSlices(record.id).size());
        for (const auto& [label, voxels] : store.annotationCounts(record.id)) volume.voxels[label] = voxels;
        for (const auto& proposal : store.proposals(record.id)) ++volume.proposals[proposal.label];
        for (int slice = 0; slice < volume.slices; ++slice)
            if (const auto state = store.reviewState(record.id, slice); state != project::ReviewState::Untouched)
                ++volume.states[state];
        volume.record = std::move(record);
        status.volumes.push_back(std::move(volume));
    }
    return status;
}

}  // namespace protolabel::workflow
