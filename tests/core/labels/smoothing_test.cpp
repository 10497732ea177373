#include "core/labels/smoothing.h"

#include "tests/core/labels/filter_cases.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

TEST(shares_are_those_of_scipy) {
    JobControl control;
    const auto blob = voxelsOf(kBlob);
    const auto box = gridOf(kBlob).box();
    CHECK(smoothed(blob, {}, 1.5, box, kSpacing, control) == voxelsOf(kSmoothed));
    CHECK(smoothed(blob, voxelsOf(kNeighbour), 1.5, box, kSpacing, control) == voxelsOf(kSmoothedBeside));
}

TEST(a_ball_keeps_its_volume_and_loses_its_bumps) {
    JobControl control;
    const Grid grid{{40, 40, 40}, {1, 1, 1}};
    auto ball = runsWhere(grid.box(), [](int i, int j, int k) {
        return (i - 20) * (i - 20) + (j - 20) * (j - 20) + (k - 20) * (k - 20) <= 100;
    });
    const VoxelRuns bump{{20, 20, 31, 35}};
    const auto smooth = smoothed(united(ball, bump), {}, 2, grid.box(), grid.spacing, control);
    CHECK(intersected(smooth, {{20, 20, 32, 35}}).empty());
    const double volume = static_cast<double>(voxelCount(united(ball, bump)));
    CHECK_NEAR(static_cast<double>(voxelCount(smooth)) / volume, 1, 0.02);
}

TEST(a_flat_border_stays) {
    JobControl control;
    const Grid grid{{16, 16, 16}, {1, 1, 1}};
    const auto half = runsWhere(grid.box(), [](int i, int, int) { return i < 7; });
    const auto rest = runsWhere(grid.box(), [](int i, int, int) { return i >= 7; });
    CHECK(smoothed(half, {}, 2, grid.box(), grid.spacing, control) == half);
    CHECK(smoothed(half, rest, 2, grid.box(), grid.spacing, control) == half);
}

TEST(small_things) {
    JobControl control;
    const Box box{{0, 0, 0}, {5, 5, 1}};
    CHECK(smoothed({}, {}, 1, box, {1, 1, 1}, control).empty());
    CHECK(smoothed({{0, 2, 2, 3}}, {}, 0, box, {1, 1, 1}, control) == (VoxelRuns{{0, 2, 2, 3}}));
    CHECK(smoothed({{0, 2, 2, 3}}, {}, 3, box, {1, 1, 1}, control).empty());  // noise at this scale
}
