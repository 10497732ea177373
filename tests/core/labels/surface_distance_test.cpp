#include "core/labels/surface_distance.h"

#include <cmath>

#include "core/labels/distance_transform.h"
#include "core/labels/metrics.h"
#include "tests/core/labels/surface_cases.h"
#include "tests/support/check.h"

using namespace protolabel::labels;

namespace {

VoxelMask drawn(const protolabel::labels::test::SurfaceCase& c, const protolabel::labels::test::Shape& shape,
                std::uint32_t seed) {
    VoxelMask mask(c.size, c.spacing);
    const auto part = [&](int axis, int at) {
        const double r = shape.radii[axis] > 0 ? shape.radii[axis] : 0.5;
        return std::pow((at - shape.centre[axis]) / r, 2);
    };
    for (int z = 0; z < c.size[0]; ++z)
        for (int y = 0; y < c.size[1]; ++y)
            for (int x = 0; x < c.size[2]; ++x) {
                seed = 1664525 * seed + 1013904223;
                mask.voxels[mask.index(z, y, x)] =
                    shape.density > 0 ? (seed >> 24) < shape.density : part(0, z) + part(1, y) + part(2, x) <= 1;
            }
    return mask;
}

/// A box of voxels, last exclusive.
VoxelMask box(std::array<int, 3> size, std::array<double, 3> spacing, std::array<int, 3> first,
              std::array<int, 3> last) {
    VoxelMask mask(size, spacing);
    for (int z = first[0]; z < last[0]; ++z)
        for (int y = first[1]; y < last[1]; ++y)
            for (int x = first[2]; x < last[2]; ++x) mask.voxels[mask.index(z, y, x)] = 1;
    return mask;
}

}  // namespace

TEST(distances_are_those_of_scipy) {
    for (const auto& c : protolabel::labels::test::kSurfaceCases) {
        const auto a = drawn(c, c.a, 1), b = drawn(c, c.b, 2);
        Mask first(1, static_cast<int>(a.voxels.size())), second = first;
        first.pixels = a.voxels;
        second.pixels = b.voxels;
        CHECK_EQ(countNonZero(first), c.voxelsA);
        CHECK_EQ(countNonZero(second), c.voxelsB);
        Overlap overlap;
        overlap.add(first, second);
        CHECK_NEAR(overlap.dice(), c.dice, 1e-11);
        CHECK_NEAR(overlap.jaccard(), c.jaccard, 1e-11);
        const auto found = surfaceDistances(a, b);
        CHECK_NEAR(found->hd95, c.hd95, 1e-8);
        CHECK_NEAR(found->average, c.average, 1e-8);
    }
}

// Two cubes of 4 voxels, the second 6 voxels further along one axis: from every surface voxel of one, straight ahead to the near face of the
// other. 16 of the 56 are 6 voxels away, more than 5 %, hence HD95.
TEST(cubes_a_known_distance_apart) {
    for (int axis = 0; axis < 3; ++axis) {
        const std::array<double, 3> spacing{2.5, 0.5, 1};
        std::array<int, 3> first{4, 4, 4}, last{8, 8, 8};
        const auto a = box({20, 20, 20}, spacing, first, last);
        first[axis] += 6;
        last[axis] += 6;
        const auto b = box({20, 20, 20}, spacing, first, last);
        const auto found = surfaceDistances(a, b);
        CHECK_NEAR(found->hd95, 6 * spacing[axis], 1e-12);
        // 16 at distance 3, 12 at 4, 12 at 5 and 16 at 6 voxels.
        CHECK_NEAR(found->average, (16 * 3 + 12 * 4 + 12 * 5 + 16 * 6) / 56.0 * spacing[axis], 1e-12);
    }
}

TEST(equal_objects_are_no_distance_apart) {
    const auto a = box({5, 9, 9}, {3, 1, 1}, {1, 2, 2}, {4, 7, 7});
    CHECK_EQ(surfaceDistances(a, a)->hd95, 0.0);
    CHECK_EQ(surfaceDistances(a, a)->average, 0.0);
}

TEST(a_hole_has_a_surface_too) {
    // A cube of 7 with one voxel missing in its middle: the 6 faces of the hole are 2 voxels from the outer surface.
    const auto full = box({9, 9, 9}, {1, 1, 1}, {1, 1, 1}, {8, 8, 8});
    auto holed = full;
    holed.voxels[holed.index(4, 4, 4)] = 0;
    const int outer = 7 * 7 * 7 - 5 * 5 * 5;
    CHECK_NEAR(surfaceDistances(full, holed)->average, 6 * 2.0 / (2 * outer + 6), 1e-12);
}

TEST(without_an_object_there_is_no_distance) {
    const VoxelMask nothing({3, 4, 4});
    const auto something = box({3, 4, 4}, {1, 1, 1}, {0, 0, 0}, {1, 1, 1});
    CHECK_EQ(surfaceDistances(nothing, nothing)->hd95, 0.0);
    CHECK_EQ(surfaceDistances(nothing, nothing)->average, 0.0);
    CHECK(!surfaceDistances(nothing, something));
    CHECK(!surfaceDistances(something, nothing));
}

TEST(objects_on_different_grids_are_refused) {
    CHECK_ERROR("mask.size", surfaceDistances(VoxelMask({3, 4, 4}), VoxelMask({3, 4, 5})));
    CHECK_ERROR("mask.size", surfaceDistances(VoxelMask({3, 4, 4}, {1, 1, 1}), VoxelMask({3, 4, 4}, {2, 1, 1})));
}

TEST(squared_distances_equal_a_search_of_all_voxels) {
    const auto& c = protolabel::labels::test::kSurfaceCases[4];
    const auto mask = drawn(c, c.a, 7);
    const auto found = squaredDistances(mask);
    for (int z = 0; z < c.size[0]; ++z)
        for (int y = 0; y < c.size[1]; ++y)
            for (int x = 0; x < c.size[2]; ++x) {
                double best = INFINITY;
                for (int w = 0; w < c.size[0]; ++w)
                    for (int v = 0; v < c.size[1]; ++v)
                        for (int u = 0; u < c.size[2]; ++u)
                            if (mask.voxels[mask.index(w, v, u)] != 0)
                                best = std::min(best, std::pow(c.spacing[0] * (w - z), 2) +
                                                          std::pow(c.spacing[1] * (v - y), 2) +
                                                          std::pow(c.spacing[2] * (u - x), 2));
                CHECK_NEAR(found[mask.index(z, y, x)], best, 1e-9);
            }
    for (const double far : squaredDistances(VoxelMask({2, 3, 3}))) CHECK_EQ(far, INFINITY);
}
