#pragma once

#include <cstdint>
#include <vector>

#include "core/base/job_control.h"

namespace protolabel::fewshot {

/// A volume as a graph: every voxel is a node joined to its 26 neighbours.
struct VoxelGraph {
    int slices = 0;
    int height = 0;
    int width = 0;
    double sliceRatio = 1;            ///< slice spacing / in-plane spacing, s of methods.md
    std::vector<double> intensities;  ///< slices * height * width, 0..255
};

/// Felzenszwalb and Huttenlocher (IJCV 59:167, 2004) in 3-D, as methods.md defines it under Supervoxels. Gives each
/// voxel the smallest voxel index of its component. Needs about 160 bytes a voxel while it runs; every result is the
/// same for any number of threads. Throws Error "supervoxels.size" above 268 million voxels.
std::vector<std::uint32_t> segmentGraph(const VoxelGraph& graph, int minimumSize, int threads, JobControl& control);

}  // namespace protolabel::fewshot
