#pragma once

#include <cstdint>
#include <optional>

#include "core/labels/label_volume.h"
#include "core/labels/metrics.h"
#include "core/labels/surface_distance.h"

namespace protolabel::consensus {

/// How far two annotators agree on one label of one volume.
struct Agreement {
    labels::Overlap overlap;                            ///< voxels of the first, the second and both
    std::optional<labels::SurfaceDistances> distances;  ///< mm; nothing where one of them has no voxel
    double firstMl = 0, secondMl = 0;

    bool absent() const { return overlap.first == 0 && overlap.second == 0; }
};

/// `voxelMm3`: the volume of a voxel. Throws Error "mask.size" when the grids differ.
Agreement agreementOn(const labels::LabelVolume& first, const labels::LabelVolume& second, std::uint16_t label,
                      double voxelMm3);

}  // namespace protolabel::consensus
