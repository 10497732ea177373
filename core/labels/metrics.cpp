#include "core/labels/metrics.h"

#include "core/base/error.h"

namespace protolabel::labels {

void Overlap::add(const Mask& a, const Mask& b) {
    if (a.width != b.width || a.height != b.height)
        throw Error(
            "mask.size", "cannot compare a mask of {0} x {1} with one of {2} x {3}; resample one onto the other",
            {std::to_string(a.width), std::to_string(a.height), std::to_string(b.width), std::to_string(b.height)});
    count(a.pixels, b.pixels);
}

void Overlap::add(const VoxelMask& a, const VoxelMask& b) {
    if (a.size != b.size)
        throw Error("mask.size", "cannot compare objects on different grids; resample one onto the other", {});
    count(a.voxels, b.voxels);
}

void Overlap::count(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        const bool inA = a[i] != 0;
        const bool inB = b[i] != 0;
        first += inA;
        second += inB;
        both += inA && inB;
    }
}

double Overlap::dice() const {
    const auto sum = first + second;
    return sum == 0 ? 1 : 2 * static_cast<double>(both) / static_cast<double>(sum);
}

double Overlap::jaccard() const {
    const auto either = first + second - both;
    return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace protolabel::labels
