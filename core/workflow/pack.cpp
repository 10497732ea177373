#include "core/workflow/pack.h"

#include <vector>

#include "core/engine/data_pack.h"
#include "core/imaging/preparation.h"
#include "core/imaging/volume_reader.h"
#include "core/workflow/files.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/numbered_scans.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

PackOutcome writePack(engine::Engine& engine, const PackOptions& options, const std::filesystem::path& out,
                      JobControl& control) {
    requirePlace(out);
    const auto scans = pairScans(options.images, options.labels, options.supervoxels);
    Stage stage(control, "pack", static_cast<std::int64_t>(scans.size()));
    std::vector<engine::PackedVolume> volumes;
    PackOutcome outcome;
    for (const auto& [number, scan] : scans) {
        const auto record = describeVolume(imaging::findVolumes(scan.image, false).front());
        engine::PackedVolume volume;
        volume.name = record.name;
        volume.image = imaging::prepare(loadVolume(record), record.sliceAxis, record.window);
        volume.labels = networkLabels(record, scan.labels);
        if (scan.supervoxels.empty())
            decode(supervoxelsOf(engine, record, options.minimumSize, {}, stage), volume.supervoxels);
        else
            volume.supervoxels = networkLabels(record, scan.supervoxels);
        outcome.slices += volume.image.slices;
        volumes.push_back(std::move(volume));
        stage.step();
    }
    const auto bytes = engine::encodePack(volumes);
    writeFile(out, bytes);
    outcome.volumes = static_cast<int>(volumes.size());
    outcome.bytes = static_cast<std::int64_t>(bytes.size());
    return outcome;
}

}  // namespace protolabel::workflow
