#include "core/workflow/effort_volumes.h"

#include "core/imaging/volume_reader.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/numbered_scans.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

std::vector<EffortVolume> readEffortVolumes(const std::filesystem::path& images, const std::filesystem::path& labels,
                                            BlobShelf& shelf, JobControl& control) {
    const auto scans = pairScans(images, labels, {});
    Stage stage(control, "prepare", static_cast<std::int64_t>(scans.size()));
    std::vector<EffortVolume> volumes;
    for (const auto& [number, scan] : scans) {
        auto& volume = volumes.emplace_back();
        volume.record = describeVolume(imaging::findVolumes(scan.image, false).front());
        volume.record.id = VolumeId{static_cast<std::int64_t>(volumes.size())};
        volume.image = addPrepared(shelf, volume.record);
        decode(shelf.get(volume.image), volume.prepared);
        volume.slices = volume.prepared.slices;
        volume.size = volume.prepared.width;
        volume.sliceSpacing = volume.prepared.sliceSpacing;
        const auto ids = networkLabels(volume.record, scan.labels);
        for (int z = 0; z < ids.slices; ++z)
            for (int p = 0; p < ids.width * ids.height; ++p)
                if (const int label = ids.slice(z)[p]; label != 0)
                    volume.truth[label]
                        .try_emplace(z, ids.width, ids.height)
                        .first->second.pixels[static_cast<std::size_t>(p)] = 1;
        stage.step();
    }
    return volumes;
}

}  // namespace protolabel::workflow
