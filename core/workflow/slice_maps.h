#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/labels/image2d.h"
#include "core/project/records.h"

namespace protolabel::workflow {

/// How the proposal of one label on one slice came about (engine::SliceMaps), on the native slice grid. Absent: the method has no such map.
struct SliceMaps {
    std::string method;
    std::optional<labels::ProbabilitySlice> coarse;      ///< probability 0..255
    std::optional<labels::ProbabilitySlice> refined;     ///< likewise
    std::optional<labels::ProbabilitySlice> similarity;  ///< cosine -1..1 as 0..255
    std::optional<labels::ProbabilitySlice> selected;    ///< 1 where the slice's own prototype is pooled
    bool selectionCounts = false;                        ///< alpha is below 1, so that this prototype is used
    std::optional<labels::ProbabilitySlice> regions;     ///< 1..N_r, 0 elsewhere: on the slice of the support
    VolumeId supportVolume;
    int supportSlice = 0;
};

/// A map over the network's square, of any resolution (features are coarser than pixels), as it lies over a slice of the volume: each pixel takes the
/// value that lies over its centre.
labels::ProbabilitySlice overSlice(const project::VolumeRecord& volume, const labels::ProbabilitySlice& map);
/// The same of one slice of supervoxels.
std::vector<std::int32_t> overSlice(const project::VolumeRecord& volume, const SliceStack<std::int32_t>& stack,
                                    int slice);

}  // namespace protolabel::workflow
