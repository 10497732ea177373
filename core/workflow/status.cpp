#include "core/workflow/status.h"

#include "core/workflow/volumes.h"

namespace protolabel::workflow {

ProjectStatus statusOf(const project::ProjectStore& store) {
    ProjectStatus status{{}, store.labels(), store.supports(), store.models()};
    const auto counts = store.counts();
    for (auto& record : store.volumes()) {
        VolumeStatus volume;
        volume.missing = !isPresent(record);
        volume.slices = layoutOf(record).slices;
        if (const auto found = counts.find(record.id); found != counts.end())
            static_cast<project::VolumeCounts&>(volume) = found->second;
        volume.record = std::move(record);
        status.volumes.push_back(std::move(volume));
    }
    return status;
}

}  // namespace protolabel::workflow
