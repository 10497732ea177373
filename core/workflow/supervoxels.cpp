#include "core/workflow/supervoxels.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/slice_stack.h"
#include "core/imaging/label_map.h"
#include "core/imaging/preparation.h"
#include "core/imaging/volume_reader.h"
#include "core/workflow/files.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/slice_maps.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

imaging::LabelMap toNative(const project::VolumeRecord& record, const SliceStack<std::int32_t>& stack) {
    const auto highest = std::max_element(stack.voxels.begin(), stack.voxels.end());
    if (highest != stack.voxels.end() && *highest > 65535)
        throw Error("supervoxels.count",
                    "there are {0} supervoxels, more than a label map holds (65535); give a larger --min-size",
                    {std::to_string(*highest)});
    const auto layout = layoutOf(record);
    imaging::LabelMap map;
    map.geometry = record.geometry;
    map.voxels.resize(static_cast<std::size_t>(record.geometry.voxelCount()));
    labels::LabelSlice slice(layout.width, layout.height);
    for (int z = 0; z < layout.slices; ++z) {
        const auto ids = overSlice(record, stack, z);
        std::transform(ids.begin(), ids.end(), slice.pixels.begin(),
                       [](std::int32_t id) { return static_cast<std::uint16_t>(id); });
        imaging::setSlice(map, record.sliceAxis, z, slice);
    }
    return map;
}

}  // namespace

SupervoxelOutcome writeSupervoxels(engine::Engine& engine, const fs::path& image, const fs::path& out, int minimumSize,
                                   JobControl& control) {
    std::error_code ignored;
    if (fs::equivalent(image, out, ignored))
        throw Error("export.source", "{0} is the image and is not replaced; choose another name for the supervoxels",
                    {out.string()});
    requireWritable(out);
    const auto record = describeVolume(imaging::findVolumes(image, false).front());
    SupervoxelOutcome outcome;
    outcome.file = out;
    outcome.notes = emptyImageNotes({record});
    outcome.minimumSize = minimumSize > 0 ? minimumSize : automaticMinimumSize(record);
    SliceStack<std::int32_t> stack;
    decode(supervoxelsOf(engine, record, outcome.minimumSize, {}, control), stack);
    const auto map = toNative(record, stack);
    outcome.count = static_cast<int>(std::set<std::uint16_t>(map.voxels.begin(), map.voxels.end()).size()) -
                    (std::find(map.voxels.begin(), map.voxels.end(), 0) != map.voxels.end() ? 1 : 0);
    const auto format = out.extension() == ".nrrd" ? imaging::LabelMapFormat::Nrrd : imaging::LabelMapFormat::Nifti;
    imaging::writeLabelMap(map, {}, record.source, format, out);
    return outcome;
}

}  // namespace protolabel::workflow
