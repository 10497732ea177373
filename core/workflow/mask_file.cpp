#include "core/workflow/mask_file.h"

#include "core/base/error.h"
#include "core/imaging/volume_reader.h"

namespace protolabel::workflow {

imaging::LabelMap readMaskFor(const project::VolumeRecord& volume, const std::filesystem::path& mask, bool resample) {
    auto map = imaging::toLabelMap(imaging::readVolume(mask));
    const auto difference = imaging::describeDifference(volume.geometry, map.geometry);
    if (difference.empty()) return map;
    if (!resample)
        throw Error("mask.grid",
                    "{0} is not on the grid of {1}: {2}; give the mask of this image, or resample it with --resample",
                    {mask.string(), volume.name, difference});
    return imaging::resample(map, volume.geometry);
}

std::vector<int> valuesOf(const imaging::LabelMap& map) {
    std::vector<bool> seen(65536);
    for (const auto value : map.voxels) seen[value] = true;
    std::vector<int> values;
    for (int value = 1; value < 65536; ++value)
        if (seen[static_cast<std::size_t>(value)]) values.push_back(value);
    return values;
}

std::string joinValues(const std::vector<int>& values) {
    std::string text;
    for (std::size_t i = 0; i < values.size() && i < 12; ++i) text += (i == 0 ? "" : ", ") + std::to_string(values[i]);
    return values.size() > 12 ? text + ", ..." : text;
}

}  // namespace protolabel::workflow
