#include "core/workflow/mask_file.h"

#include "core/base/error.h"
#include "core/imaging/volume_reader.h"

namespace protolabel::workflow {

imaging::LabelMap readMaskFor(const project::VolumeRecord& volume, const std::filesystem::path& mask,
                              OtherGrid otherGrid) {
    auto map = imaging::readLabelMap(mask);
    if (otherGrid == OtherGrid::ByIndex && map.geometry.size == volume.geometry.size) map.geometry = volume.geometry;
    const auto difference = imaging::describeDifference(volume.geometry, map.geometry);
    if (difference.empty()) return map;
    if (otherGrid == OtherGrid::Resample) return imaging::resample(map, volume.geometry);
    throw Error("mask.grid",
                otherGrid == OtherGrid::Refuse
                    ? "{0} is not on the grid of {1}: {2}; give the mask of this image, or resample it with --resample"
                    : "{0} does not fit {1}: {2}; give the file that was made from this image",
                {mask.string(), volume.name, difference});
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
