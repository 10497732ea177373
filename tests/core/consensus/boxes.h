#pragma once

#include "core/labels/voxel_runs.h"

/// Volumes of boxes.
namespace protolabel::test {

inline labels::Grid smallGrid() {
    return {{8, 7, 6}, {1, 2, 3}};
}

inline void fillBox(labels::LabelVolume& volume, const labels::Box& box, std::uint16_t label) {
    for (int k = box.lower[2]; k < box.upper[2]; ++k)
        for (int j = box.lower[1]; j < box.upper[1]; ++j)
            std::fill(volume.row(j, k) + box.lower[0], volume.row(j, k) + box.upper[0], label);
}

/// One rater's box of label 1.
inline labels::LabelVolume firstRater() {
    labels::LabelVolume volume(smallGrid());
    fillBox(volume, {{1, 1, 1}, {5, 5, 4}}, 1);
    return volume;
}

/// The other's, shifted and wider, with two spots of label 2: four voxels apart from it, one within the first's box.
inline labels::LabelVolume secondRater(bool spots) {
    labels::LabelVolume volume(smallGrid());
    fillBox(volume, {{2, 2, 1}, {7, 5, 5}}, 1);
    if (spots) {
        fillBox(volume, {{0, 0, 1}, {2, 1, 3}}, 2);
        fillBox(volume, {{2, 2, 1}, {3, 3, 2}}, 2);
    }
    return volume;
}

}  // namespace protolabel::test
