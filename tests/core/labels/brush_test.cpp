#include "core/labels/brush.h"

#include <algorithm>
#include <cmath>

#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

namespace {

constexpr BrushTip roundTip(double radius, LengthUnit unit = LengthUnit::Voxels) {
    return {BrushShape::Round, radius, unit};
}

/// Smallest distance of a point from the way in the tip's own units: by thirds, as it is convex along the way.
double distanceToWay(BrushShape shape, const Point3& half, const Point3& v, const Point3& a, const Point3& b) {
    const auto at = [&](double t) {
        double sum = 0, largest = 0;
        for (int n = 0; n < 3; ++n) {
            const double d = std::abs(v[n] - a[n] - t * (b[n] - a[n])) / half[n];
            sum += d * d;
            largest = std::max(largest, d);
        }
        return shape == BrushShape::Round ? std::sqrt(sum) : largest;
    };
    double low = 0, high = 1;
    for (int n = 0; n < 100; ++n) {
        const double first = low + (high - low) / 3, second = high - (high - low) / 3;
        at(first) < at(second) ? high = second : low = first;
    }
    return std::min({at(low), at(0), at(1)});
}

/// Every voxel clearly inside is covered, none clearly outside (beyond the line itself).
void checkSweep(const VoxelRuns& runs, const Box& box, BrushShape shape, const Point3& half, const Point3& a,
                const Point3& b) {
    const auto covered = toMask(runs, box, {1, 1, 1});
    for (int k = box.lower[2]; k < box.upper[2]; ++k)
        for (int j = box.lower[1]; j < box.upper[1]; ++j)
            for (int i = box.lower[0]; i < box.upper[0]; ++i) {
                const Point3 v{double(i), double(j), double(k)};
                const double d = distanceToWay(shape, half, v, a, b);
                const bool is =
                    covered.voxels[covered.index(k - box.lower[2], j - box.lower[1], i - box.lower[0])] != 0;
                if (d < 1 - 1e-6) CHECK(is);
                if (d > 1 + 1e-6) CHECK(!is || distanceToWay(BrushShape::Square, {1, 1, 1}, v, a, b) <= 0.5 + 1e-9);
            }
}

}  // namespace

// Lattice points in circles and balls, counted with numpy (OEIS A000328, A000605).
TEST(discs_and_balls_hold_the_lattice_points) {
    const Grid grid{{101, 101, 101}, {1, 1, 1}};
    for (const auto& [radius, count] : {std::pair(1, 5), {2, 13}, {3, 29}, {5, 81}, {40, 5025}})
        for (int axis = 0; axis < 3; ++axis)
            CHECK_EQ(voxelCount(sweep(roundTip(radius), grid, {axis, 50}, {50, 50}, {50, 50})), count);
    for (const auto& [radius, count] : {std::pair(1, 7), {2, 33}, {3, 123}, {5, 515}, {20, 33401}})
        CHECK_EQ(voxelCount(sweep(roundTip(radius), grid, {50, 50, 50}, {50, 50, 50})), count);
    const BrushTip square{BrushShape::Square, 2, LengthUnit::Voxels};
    CHECK_EQ(voxelCount(sweep(square, grid, {2, 0}, {50, 50}, {50, 50})), 25);
    CHECK_EQ(voxelCount(sweep(square, grid, {50, 50, 50}, {50, 50, 50})), 125);
}

TEST(millimetres_are_round_on_the_patient) {
    const Grid grid{{21, 21, 21}, {0.5, 1, 2}};
    CHECK(halfSizes(roundTip(3, LengthUnit::Millimetres), grid.spacing) == (Point3{6, 3, 1.5}));
    // Axial, radius 1 mm: i - 2 .. i + 2 in the middle row, one voxel above and below.
    CHECK(sweep(roundTip(1, LengthUnit::Millimetres), grid, {2, 3}, {10, 10}, {10, 10}) ==
          (VoxelRuns{{3, 9, 10, 11}, {3, 10, 8, 13}, {3, 11, 10, 11}}));
    // Coronal (x = i, y = k), 2 mm: one slice up and down.
    CHECK(sweep(roundTip(2, LengthUnit::Millimetres), grid, {1, 3}, {10, 10}, {10, 10}) ==
          (VoxelRuns{{9, 3, 10, 11}, {10, 3, 6, 15}, {11, 3, 10, 11}}));
}

TEST(the_swept_tip_covers_what_it_passes) {
    Numbers random(11);
    for (int n = 0; n < 120; ++n) {
        const Grid grid{{30, 25, 9}, {1, 0.6 + random.unit(), 0.5 + 3 * random.unit()}};
        const BrushTip tip{n % 2 == 0 ? BrushShape::Round : BrushShape::Square, 0.2 + 5 * random.unit(),
                           n % 3 == 0 ? LengthUnit::Millimetres : LengthUnit::Voxels};
        const auto half = halfSizes(tip, grid.spacing);
        Point3 a{40 * random.unit() - 5, 35 * random.unit() - 5, 12 * random.unit() - 2};
        Point3 b{40 * random.unit() - 5, 35 * random.unit() - 5, 12 * random.unit() - 2};
        for (int axis = 0; axis < 3; ++axis)
            if (random.below(4) == 0) b[axis] = a[axis];  // along the axes and on the spot too
        checkSweep(sweep(tip, grid, a, b), grid.box(), tip.shape, half, a, b);

        const Plane plane{n % 3, 4};
        a[plane.axis] = b[plane.axis] = 4;
        const int x = plane.xAxis(), y = plane.yAxis();
        checkSweep(sweep(tip, grid, plane, {a[x], a[y]}, {b[x], b[y]}), plane.of(grid.box()), tip.shape, half, a, b);
    }
}

TEST(the_smallest_tip_draws_a_line_without_gaps) {
    const Grid grid{{64, 64, 1}, {1, 1, 1}};
    Numbers random(5);
    for (int n = 0; n < 50; ++n) {
        const Point2 a{63 * random.unit(), 63 * random.unit()}, b{63 * random.unit(), 63 * random.unit()};
        const auto line = toMask(sweep(roundTip(0.1), grid, {2, 0}, a, b), grid.box(), {1, 1, 1});
        const auto last = [](double c) { return static_cast<int>(std::floor(c + 0.5)); };
        CHECK(line.voxels[grid.offset(last(a.x), last(a.y), 0)] != 0 &&
              line.voxels[grid.offset(last(b.x), last(b.y), 0)] != 0);
        // In the direction of the longer side, every column (or row) between the ends holds a pixel next to that of its neighbour.
        const bool wide = std::abs(a.x - b.x) >= std::abs(a.y - b.y);
        const int from = last(wide ? std::min(a.x, b.x) : std::min(a.y, b.y)),
                  to = last(wide ? std::max(a.x, b.x) : std::max(a.y, b.y));
        int previousLow = 0, previousHigh = 63;
        for (int at = from; at <= to; ++at) {
            int low = 64, high = -1;
            for (int across = 0; across < 64; ++across)
                if (line.voxels[wide ? grid.offset(at, across, 0) : grid.offset(across, at, 0)] != 0)
                    low = std::min(low, across), high = across;
            CHECK(low <= high && low <= previousHigh + 1 && high >= previousLow - 1);
            previousLow = low, previousHigh = high;
        }
    }
    CHECK(sweep(roundTip(0.1), grid, {2, 0}, {5.3, 6.7}, {5.3, 6.7}) == (VoxelRuns{{0, 7, 5, 6}}));
}

TEST(strokes_beyond_the_image_are_cut) {
    const Grid grid{{8, 8, 1}, {1, 1, 1}};
    CHECK(sweep(roundTip(2), grid, {2, 0}, {-50, 3}, {-40, 3}).empty());
    CHECK(sweep(roundTip(2), grid, {2, 5}, {3, 3}, {3, 3}).empty());
    CHECK(sweep(roundTip(1), grid, {2, 0}, {0, 0}, {0, 0}) == (VoxelRuns{{0, 0, 0, 2}, {0, 1, 0, 1}}));
    CHECK_EQ(voxelCount(sweep(roundTip(1e9), grid, {2, 0}, {-1e12, 3}, {1e12, 3})), 64);
    CHECK(sweep(roundTip(0.5), grid, {2, 0}, {-1e9, 3}, {1e9, 3}) == (VoxelRuns{{0, 3, 0, 8}}));
    CHECK(sweep(roundTip(2), grid, {2, 0}, {std::nan(""), 3}, {1, 3}).empty());
}

TEST(the_adaptive_tip_stays_in_its_tissue) {
    // Two bright areas; the disc covers both, only the one under the centre is taken.
    const Picture image{{"..........", ".###..###.", ".###..###.", ".###..###.", ".........."}};
    const Grid grid = gridOf(image);
    std::vector<float> values(50, 10);
    for (const auto& run : voxelsOf(image))
        for (int i = run.begin; i < run.end; ++i) values[grid.offset(i, run.j, run.k)] = 100;
    values[grid.offset(2, 2, 0)] = 60;
    const ScalarView view(values.data());
    const auto disc = sweep(roundTip(8), grid, {2, 0}, {1, 1}, {1, 1});
    CHECK(connectedSimilar(disc, grid, view, {90, 110}, {1, 1, 0}) ==
          (VoxelRuns{{0, 1, 1, 4}, {0, 2, 1, 2}, {0, 2, 3, 4}, {0, 3, 1, 4}}));
    CHECK(connectedSimilar(disc, grid, view, {90, 110}, {5, 2, 0}).empty());

    // 5 x 5 pixels around (1, 2), cut by the border to 4 x 5: three columns of three bright ones, one of them 60, and 11 of 10.
    const double mean = (8 * 100 + 60 + 11 * 10) / 20.0;
    const double spread = std::sqrt((8 * 100.0 * 100 + 60 * 60 + 11 * 10 * 10) / 20 - mean * mean);
    const auto range = rangeAround(grid, view, {2, 0}, {1.2, 1.8}, 2);
    CHECK_NEAR(range.low, mean - 2 * spread, 1e-9);
    CHECK_NEAR(range.high, mean + 2 * spread, 1e-9);
    CHECK(!rangeAround(grid, view, {2, 0}, {90, 90}, 2).contains(10));
}
