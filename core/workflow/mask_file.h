#pragma once

#include <filesystem>
#include <vector>

#include "core/imaging/label_map.h"
#include "core/project/records.h"

namespace protolabel::workflow {

/// What to do with a mask on another grid than its volume's.
enum class OtherGrid {
    Refuse,
    Resample,  ///< nearest neighbour
    ByIndex,   ///< equal sizes are enough: tools write pseudo-labels without spacing and direction
};

/// Reads an image of integers as labels on `volume`'s grid. Throws Error "mask.grid" naming the property that differs where
/// `otherGrid` does not help, and what readVolume and toLabelMap throw.
imaging::LabelMap readMaskFor(const project::VolumeRecord& volume, const std::filesystem::path& mask,
                              OtherGrid otherGrid);

/// Non-zero values of a label map, ascending.
std::vector<int> valuesOf(const imaging::LabelMap& map);

/// "1, 2, 4" (at most a dozen).
std::string joinValues(const std::vector<int>& values);

}  // namespace protolabel::workflow
