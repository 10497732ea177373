#include "core/labels/surface_distance.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "core/base/error.h"
#include "core/labels/distance_transform.h"

namespace protolabel::labels {

namespace {

/// The smallest box with everything that is set, last exclusive.
struct TightBox {
    std::array<int, 3> first, last{0, 0, 0};

    explicit TightBox(const std::array<int, 3>& size) : first(size) {}
    bool empty() const { return last[0] == 0; }
    void add(const VoxelMask& mask) {
        for (int z = 0; z < mask.size[0]; ++z)
            for (int y = 0; y < mask.size[1]; ++y)
                for (int x = 0; x < mask.size[2]; ++x)
                    if (mask.voxels[mask.index(z, y, x)] != 0) add({z, y, x});
    }

private:
    void add(const std::array<int, 3>& voxel) {
        for (int axis = 0; axis < 3; ++axis) {
            first[axis] = std::min(first[axis], voxel[axis]);
            last[axis] = std::max(last[axis], voxel[axis] + 1);
        }
    }
};

/// The surface of `mask` within `box`, outside of which nothing is set.
VoxelMask surfaceOf(const VoxelMask& mask, const TightBox& box) {
    VoxelMask surface({box.last[0] - box.first[0], box.last[1] - box.first[1], box.last[2] - box.first[2]},
                      mask.spacing);
    const auto set = [&](int z, int y, int x) {
        return z >= 0 && y >= 0 && x >= 0 && z < mask.size[0] && y < mask.size[1] && x < mask.size[2] &&
               mask.voxels[mask.index(z, y, x)] != 0;
    };
    const bool flat = mask.size[0] == 1;
    for (int z = box.first[0]; z < box.last[0]; ++z)
        for (int y = box.first[1]; y < box.last[1]; ++y)
            for (int x = box.first[2]; x < box.last[2]; ++x) {
                const bool inside = set(z, y - 1, x) && set(z, y + 1, x) && set(z, y, x - 1) && set(z, y, x + 1) &&
                                    (flat || (set(z - 1, y, x) && set(z + 1, y, x)));
                surface.voxels[surface.index(z - box.first[0], y - box.first[1], x - box.first[2])] =
                    set(z, y, x) && !inside;
            }
    return surface;
}

/// From each voxel of `from` to the nearest of `to`.
std::vector<double> distances(const VoxelMask& from, const VoxelMask& to) {
    const auto squared = squaredDistances(to);
    std::vector<double> result;
    for (std::size_t i = 0; i < squared.size(); ++i)
        if (from.voxels[i] != 0) result.push_back(std::sqrt(squared[i]));
    return result;
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const double rank = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (rank - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace

std::optional<SurfaceDistances> surfaceDistances(const VoxelMask& a, const VoxelMask& b) {
    if (a.size != b.size || a.spacing != b.spacing)
        throw Error("mask.size", "cannot compare objects on different grids; resample one onto the other", {});
    TightBox box(a.size), other(b.size);
    box.add(a);
    other.add(b);
    if (box.empty() && other.empty()) return SurfaceDistances{};
    if (box.empty() || other.empty()) return {};
    // Everything that a distance depends on lies in the box of both.
    box.add(b);
    const auto surfaceA = surfaceOf(a, box), surfaceB = surfaceOf(b, box);
    const auto there = distances(surfaceA, surfaceB), back = distances(surfaceB, surfaceA);
    const double sum =
        std::accumulate(there.begin(), there.end(), 0.0) + std::accumulate(back.begin(), back.end(), 0.0);
    return SurfaceDistances{std::max(percentile(there, 0.95), percentile(back, 0.95)),
                            sum / static_cast<double>(there.size() + back.size())};
}

}  // namespace protolabel::labels
