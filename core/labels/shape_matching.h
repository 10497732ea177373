#pragma once

#include <vector>

#include "core/labels/planar_shape.h"

namespace protolabel::labels {

/// Parts of one object in a slice that continue together as parts in another: indices, ascending. One side is empty where parts end.
struct PartMatch {
    std::vector<int> from, to;
    bool operator==(const PartMatch&) const = default;
};

/// Which connected parts (pixels i = x, j = y) of one slice continue as which of another. Parts that overlap belong together (splitting and merging included). Of the rest the
/// nearest pairs belong together, however far apart. What is left joins a part that is no farther than its own diameter, or ends.
std::vector<PartMatch> matchParts(const std::vector<VoxelRuns>& from, const std::vector<VoxelRuns>& to,
                                  PixelSize pixel);

}  // namespace protolabel::labels
