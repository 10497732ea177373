#include "core/labels/morphology.h"

#include <algorithm>

#include "tests/core/labels/filter_cases.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

TEST(distances_are_those_of_scipy) {
    JobControl control;
    const auto blob = voxelsOf(kBlob);
    const auto box = gridOf(kBlob).box();
    for (const auto& [mm, more, less] :
         {std::tuple(1.0, kGrown10, kShrunk10), {2.5, kGrown25, kShrunk25}, {4.1, kGrown41, kShrunk41}}) {
        CHECK(grown(blob, mm, box, kSpacing, control) == voxelsOf(more));
        CHECK(shrunk(blob, mm, box, kSpacing, control) == voxelsOf(less));
    }
}

TEST(spacing_decides_how_far_a_voxel_grows) {
    JobControl control;
    const Grid grid{{9, 9, 5}, {0.5, 1, 3}};
    // 1 mm: two voxels along i, one along j, none along k; the corner (1, 1) is sqrt(1.25) away.
    CHECK(grown({{2, 4, 4, 5}}, 1, grid.box(), grid.spacing, control) ==
          (VoxelRuns{{2, 3, 4, 5}, {2, 4, 2, 7}, {2, 5, 4, 5}}));
    CHECK(grown({{2, 4, 4, 5}}, 0, grid.box(), grid.spacing, control) == (VoxelRuns{{2, 4, 4, 5}}));
    CHECK(grown({}, 5, grid.box(), grid.spacing, control).empty());
    CHECK(shrunk({}, 5, grid.box(), grid.spacing, control).empty());
    CHECK(grown({{0, 0, 0, 1}}, 1e9, grid.box(), grid.spacing, control).size() == 45U);
}

TEST(the_edge_of_the_scan_takes_nothing_away) {
    JobControl control;
    const Box box{{0, 0, 0}, {6, 1, 1}};
    CHECK(shrunk({{0, 0, 0, 4}}, 1, box, {1, 1, 1}, control) == (VoxelRuns{{0, 0, 0, 3}}));
    CHECK(shrunk({{0, 0, 0, 6}}, 99, box, {1, 1, 1}, control) == (VoxelRuns{{0, 0, 0, 6}}));
}

TEST(one_slice_stays_one_slice) {
    JobControl control;
    const Grid grid{{5, 5, 5}, {1, 1, 1}};
    const auto plane = Plane{0, 2}.of(grid.box());
    const auto cross = grown({{2, 2, 2, 3}}, 1, plane, grid.spacing, control);
    CHECK(cross == (VoxelRuns{{1, 2, 2, 3}, {2, 1, 2, 3}, {2, 2, 2, 3}, {2, 3, 2, 3}, {3, 2, 2, 3}}));
}

TEST(slabs_do_not_show) {
    JobControl control;
    // 700 x 700 voxels a slice are done in parts of 17 slices, here 8 .. 24 and 25 .. 33. Two plates at opposite sides, one of which ends with
    // the first part, grow by 2 mm everywhere alike.
    const Grid grid{{700, 700, 40}, {1, 1, 1}};
    VoxelRuns plates, expected;
    for (const auto& [j, last] : {std::pair(0, 24), std::pair(699, 31)}) {
        for (int k = 10; k <= last; ++k) plates.push_back({k, j, 0, 700});
        for (int k = 8; k <= last + 2; ++k) {
            const int beyond = std::max({10 - k, k - last, 0});
            const int reach = beyond == 2 ? 0 : beyond == 1 ? 1 : 2;
            for (int row = std::max(j - reach, 0); row <= std::min(j + reach, 699); ++row)
                expected.push_back({k, row, 0, 700});
        }
    }
    normalize(plates);
    normalize(expected);
    CHECK(grown(plates, 2, grid.box(), grid.spacing, control) == expected);
}
