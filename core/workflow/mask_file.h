#pragma once

#include <filesystem>
#include <vector>

#include "core/imaging/label_map.h"
#include "core/project/records.h"

namespace protolabel::workflow {

/// Reads an image of integers as labels on `volume`'s grid. A mask on another grid is resampled (nearest neighbour) when `resample` says so; otherwise
/// Error "mask.grid" names the property that differs. Throws also what readVolume and toLabelMap throw.
imaging::LabelMap readMaskFor(const project::VolumeRecord& volume, const std::filesystem::path& mask, bool resample);

/// Non-zero values of a label map, ascending.
std::vector<int> valuesOf(const imaging::LabelMap& map);

/// "1, 2, 4" (at most a dozen).
std::string joinValues(const std::vector<int>& values);

}  // namespace protolabel::workflow
