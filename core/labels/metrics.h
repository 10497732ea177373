#pragma once

#include <cstdint>

#include "core/labels/image2d.h"
#include "core/labels/voxel_mask.h"

namespace protolabel::labels {

/// Counts from which overlap measures of two masks follow; add slices to cover a volume.
struct Overlap {
    std::int64_t both = 0;
    std::int64_t first = 0;
    std::int64_t second = 0;

    /// Throws Error "mask.size" when the masks differ in size.
    void add(const Mask& a, const Mask& b);
    void add(const VoxelMask& a, const VoxelMask& b);
    /// 2|A and B| / (|A| + |B|); 1 when both are empty.
    double dice() const;
    /// |A and B| / |A or B|; 1 when both are empty.
    double jaccard() const;

private:
    void count(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b);
};

}  // namespace protolabel::labels
