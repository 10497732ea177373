#include "core/labels/voxel_runs.h"

#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

TEST(runs_are_as_few_as_possible) {
    VoxelRuns runs{{1, 0, 4, 6}, {0, 2, 3, 5}, {0, 2, 0, 2}, {0, 2, 2, 3}, {1, 0, 0, 9}, {0, 3, 0, 1}};
    normalize(runs);
    CHECK(runs == (VoxelRuns{{0, 2, 0, 5}, {0, 3, 0, 1}, {1, 0, 0, 9}}));
    CHECK_EQ(voxelCount(runs), 15);
    CHECK(boundsOf(runs) == (Box{{0, 0, 0}, {9, 4, 2}}));
    CHECK(boundsOf({}).empty());
}

TEST(sets_agree_with_voxel_by_voxel_logic) {
    Numbers random(7);
    for (int round = 0; round < 200; ++round) {
        const Grid grid{{1 + random.below(12), 1 + random.below(5), 1 + random.below(4)}, {1, 1, 1}};
        const auto a = randomVoxels(grid, random.unit(), random), b = randomVoxels(grid, random.unit(), random);
        const auto inA = toMask(a, grid.box(), grid.spacing), inB = toMask(b, grid.box(), grid.spacing);
        const auto where = [&](auto&& wanted) {
            return runsWhere(grid.box(), [&](int i, int j, int k) {
                return wanted(inA.voxels[grid.offset(i, j, k)] != 0, inB.voxels[grid.offset(i, j, k)] != 0);
            });
        };
        CHECK(united(a, b) == where([](bool x, bool y) { return x || y; }));
        CHECK(subtracted(a, b) == where([](bool x, bool y) { return x && !y; }));
        CHECK(intersected(a, b) == where([](bool x, bool y) { return x && y; }));
        CHECK(toRuns(inA, {0, 0, 0}) == a);
    }
}

TEST(labels_are_found_in_a_box) {
    const auto volume = volumeOf({{"1122", ".1.2"}, {"2211", "1111"}});
    CHECK(runsOf(volume, 1, volume.grid().box()) ==
          (VoxelRuns{{0, 0, 0, 2}, {0, 1, 1, 2}, {1, 0, 2, 4}, {1, 1, 0, 4}}));
    CHECK(runsOf(volume, 2, {{-5, -5, -5}, {4, 9, 1}}) == (VoxelRuns{{0, 0, 2, 4}, {0, 1, 3, 4}}));
    CHECK(runsOf(volume, 1, Plane{0, 3}.of(volume.grid().box())) == (VoxelRuns{{1, 0, 3, 4}, {1, 1, 3, 4}}));
    CHECK(runsOf(volume, 7, volume.grid().box()).empty());
}

TEST(planes_place_their_pixels) {
    Mask mask(3, 2);
    mask.at(1, 0) = mask.at(2, 0) = mask.at(0, 1) = 1;
    CHECK(inPlane(mask, {2, 7}) == (VoxelRuns{{7, 0, 1, 3}, {7, 1, 0, 1}}));
    CHECK(inPlane(mask, {1, 7}) == (VoxelRuns{{0, 7, 1, 3}, {1, 7, 0, 1}}));
    CHECK(inPlane(mask, {0, 7}) == (VoxelRuns{{0, 1, 7, 8}, {0, 2, 7, 8}, {1, 0, 7, 8}}));
}

TEST(copies_to_the_next_slice) {
    const VoxelRuns runs{{3, 1, 2, 5}, {4, 0, 0, 1}};
    CHECK(shifted(runs, 2, 1) == (VoxelRuns{{4, 1, 2, 5}, {5, 0, 0, 1}}));
    CHECK(shifted(runs, 1, -1) == (VoxelRuns{{3, 0, 2, 5}, {4, -1, 0, 1}}));
    CHECK(shifted(runs, 0, 2) == (VoxelRuns{{3, 1, 4, 7}, {4, 0, 2, 3}}));
    CHECK(clipped(shifted(runs, 1, -1), {{3, 0, 0}, {9, 9, 9}}) == (VoxelRuns{{3, 0, 3, 5}}));
}
