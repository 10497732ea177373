#include "core/labels/interpolation.h"

#include <cmath>
#include <numbers>

#include "core/labels/edit_session.h"
#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

namespace {

/// Draws on some slices where inside(x, y, slice), interpolates along `axis`, and returns the label's voxels between them.
template <class Inside>
VoxelRuns between(const Grid& grid, int axis, const std::vector<int>& slices, Inside&& inside) {
    LabelVolume volume(grid);
    const Plane plane{axis, 0};
    EditSession session(volume, {});
    for (const int slice : slices)
        session.paint(runsWhere(Plane{axis, slice}.of(grid.box()),
                                [&](int i, int j, int k) {
                                    const Index3 v{i, j, k};
                                    return inside(v[plane.xAxis()], v[plane.yAxis()], slice);
                                }),
                      1);
    JobControl control;
    return interpolated(volume, {{1, slices}}, axis, control)[0];
}

VoxelRuns onSlice(const VoxelRuns& runs, int axis, int slice) {
    return clipped(runs, Plane{axis, slice}.of({{-9999, -9999, -9999}, {9999, 9999, 9999}}));
}

double dice(const VoxelRuns& a, const VoxelRuns& b) {
    return 2.0 * static_cast<double>(voxelCount(intersected(a, b))) /
           static_cast<double>(voxelCount(a) + voxelCount(b));
}

auto disc(double x0, double y0, double radius) {
    return [=](int x, int y) { return std::hypot(x - x0, y - y0) <= radius; };
}

}  // namespace

TEST(an_ellipsoid_comes_back_from_three_slices) {
    const Grid grid{{60, 60, 41}, {1, 1, 2}};
    const auto inside = [](int x, int y, int z) {
        return (x - 30) * (x - 30) / 400.0 + (y - 28) * (y - 28) / 225.0 + (z - 20) * (z - 20) / 400.0 <= 1;
    };
    const auto truth = runsWhere({{0, 0, 2}, {60, 60, 39}}, inside);
    const auto filled = between(grid, 2, {2, 20, 38}, inside);
    CHECK(dice(filled, subtracted(subtracted(truth, onSlice(truth, 2, 2)), subtracted(onSlice(truth, 2, 20), {}))) >
          0.95);
}

TEST(discs_that_do_not_overlap_move) {
    for (int axis = 0; axis < 3; ++axis) {
        Grid grid{{64, 64, 64}, {1, 1, 1}};
        grid.size[axis] = 11;
        const auto filled = between(grid, axis, {0, 10}, [](int x, int y, int slice) {
            return slice == 0 ? disc(12, 12, 6)(x, y) : disc(50, 40, 6)(x, y);
        });
        for (int slice = 1; slice < 10; ++slice) {
            // The discs have 113 pixels (lattice points in a circle of radius 6); half way between lies one of the same size.
            const auto shown = onSlice(filled, axis, slice);
            CHECK(std::abs(voxelCount(shown) - 113) <= 2);
            const Plane plane{axis, slice};
            const auto expected = runsWhere(plane.of(grid.box()), [&](int i, int j, int k) {
                const Index3 v{i, j, k};
                return disc(12 + 3.8 * slice, 12 + 2.8 * slice, 6)(v[plane.xAxis()], v[plane.yAxis()]);
            });
            CHECK(dice(shown, expected) > 0.95);
        }
    }
}

TEST(the_area_follows_the_parabola) {
    // Radii of a ball, 10 at its middle: areas pi (100 - z^2) at z = -8, 0, 8; at z = 4 (and -4) 84 pi.
    const Grid grid{{32, 32, 17}, {1, 1, 1}};
    const auto filled = between(grid, 2, {0, 8, 16}, [](int x, int y, int z) {
        return (x - 16) * (x - 16) + (y - 16) * (y - 16) + (z - 8) * (z - 8) <= 100;
    });
    for (const int slice : {4, 12}) {
        // Areas of the drawn discs in pixels: 113 (radius 6) and 317 (radius 10). The parabola through (-8, 113), (0, 317), (8, 113) is
        // 317 - 204 (z / 8)^2: 266 at z = 4, up to the eight pixels that symmetry makes equal.
        CHECK(std::abs(voxelCount(onSlice(filled, 2, slice)) - 266) <= 8);
    }
}

TEST(crossed_bars_keep_their_area_and_turn_one_into_the_other) {
    // 20 x 4 pixels lying and standing: common to both are 4 x 4, half way there are 80 again.
    const Grid grid{{30, 30, 5}, {1, 1, 1}};
    const auto filled = between(grid, 2, {0, 4}, [](int x, int y, int slice) {
        const int along = slice == 0 ? x : y, across = slice == 0 ? y : x;
        return along >= 5 && along < 25 && across >= 13 && across < 17;
    });
    const auto middle = onSlice(filled, 2, 2);
    CHECK(std::abs(voxelCount(middle) - 80) <= 8);
    CHECK_EQ(voxelCount(clipped(middle, {{13, 13, 2}, {17, 17, 3}})), 16);
    for (const int slice : {1, 3}) {
        const auto box = boundsOf(onSlice(filled, 2, slice));
        CHECK(slice == 1 ? box.extent(0) > box.extent(1) : box.extent(0) < box.extent(1));
    }
}

TEST(a_ring_keeps_its_hole) {
    const Grid grid{{48, 48, 9}, {1, 1, 3}};
    const auto filled = between(grid, 2, {0, 8}, [](int x, int y, int slice) {
        const double centre = slice == 0 ? 16 : 30;
        return disc(centre, 24, 12)(x, y) && !disc(centre, 24, 6)(x, y);
    });
    const auto middle = onSlice(filled, 2, 4);
    CHECK(intersected(middle, {{4, 24, 20, 27}}).empty());  // 23 is the centre now
    CHECK(!intersected(middle, {{4, 24, 12, 14}}).empty());
    CHECK(std::abs(static_cast<double>(voxelCount(middle)) - std::numbers::pi * (144 - 36)) < 20);
}

TEST(branches_part_and_ends_taper) {
    const Grid grid{{80, 40, 9}, {1, 1, 1}};
    // One trunk becomes two branches; far away a dot of radius 4 ends.
    const auto filled = between(grid, 2, {0, 8}, [](int x, int y, int slice) {
        return slice == 0 ? disc(20, 20, 8)(x, y) || disc(70, 20, 4)(x, y)
                          : disc(14, 20, 5)(x, y) || disc(27, 20, 5)(x, y);
    });
    for (int slice = 1; slice < 8; ++slice) {
        const auto dot = clipped(filled, {{60, 0, slice}, {80, 40, slice + 1}});
        CHECK_EQ(dot.empty(), slice >= 4);
        CHECK(!clipped(filled, {{0, 0, slice}, {40, 40, slice + 1}}).empty());
    }
    const auto& one = voxelCount(clipped(filled, {{60, 0, 1}, {80, 40, 2}}));
    CHECK(one > voxelCount(clipped(filled, {{60, 0, 3}, {80, 40, 4}})));
    CHECK(one < 49);  // lattice points in a circle of radius 4
}

TEST(an_empty_drawn_slice_ends_the_object) {
    const Grid grid{{20, 20, 11}, {1, 1, 1}};
    const auto filled =
        between(grid, 2, {0, 10}, [](int x, int y, int slice) { return slice == 0 && disc(10, 10, 6)(x, y); });
    for (int slice = 1; slice < 10; ++slice) CHECK_EQ(onSlice(filled, 2, slice).empty(), slice >= 5);
}

TEST(labels_share_no_voxel_and_spare_the_others) {
    const Grid grid{{40, 40, 9}, {1, 1, 1}};
    LabelVolume volume(grid);
    EditSession session(volume, {});
    for (const int slice : {0, 8}) {
        const Plane plane{2, slice};
        const int shift = slice == 0 ? 0 : 6;
        session.paint(runsWhere(plane.of(grid.box()), [&](int i, int j, int) { return disc(12 + shift, 20, 7)(i, j); }),
                      1);
        session.paint(runsWhere(plane.of(grid.box()),
                                [&](int i, int j, int) { return disc(26 - shift, 20, 7)(i, j) && i > 15 + shift; }),
                      2);
    }
    const VoxelRuns wall{{4, 20, 0, 40}};
    session.paint(wall, 3);
    JobControl control;
    const auto filled = interpolated(volume, {{1, {0, 8}}, {2, {0, 8}}}, 2, control);
    CHECK(intersected(filled[0], filled[1]).empty());
    CHECK(!filled[0].empty() && !filled[1].empty());

    EditRules background;
    background.over = PaintOver::Background;
    EditSession fill(volume, background);
    fill.paint(filled[0], 1);
    fill.paint(filled[1], 2);
    CHECK(runsOf(volume, 3, grid.box()) == wall);
    fill.commit();
    session.commit();
}

TEST(a_small_object_passes_through_a_large_one) {
    // In mm the large disc is deeper everywhere (14 - 7 against 4); relative to its size the small one is at its centre.
    const Grid grid{{60, 40, 9}, {1, 1, 1}};
    LabelVolume volume(grid);
    EditSession session(volume, {});
    for (const int slice : {0, 8}) {
        const auto plane = Plane{2, slice}.of(grid.box());
        session.paint(runsWhere(plane, [](int i, int j, int) { return disc(30, 20, 14)(i, j); }), 1);
        session.paint(runsWhere(plane, [&](int i, int j, int) { return disc(slice == 0 ? 6 : 54, 27, 4)(i, j); }), 2);
    }
    JobControl control;
    const auto filled = interpolated(volume, {{1, {0, 8}}, {2, {0, 8}}}, 2, control);
    const auto swapped = interpolated(volume, {{2, {0, 8}}, {1, {0, 8}}}, 2, control);
    CHECK(filled[0] == swapped[1] && filled[1] == swapped[0]);
    const VoxelRuns centre{{4, 27, 30, 31}}, rim{{4, 24, 30, 31}};
    CHECK(intersected(filled[1], centre) == centre);
    CHECK(intersected(filled[0], rim) == rim);
    session.commit();
}

TEST(little_to_go_by) {
    const Grid grid{{9, 9, 9}, {1, 1, 1}};
    const auto dot = [](int x, int y, int) { return x == 4 && y == 4; };
    CHECK(between(grid, 2, {4}, dot).empty());
    CHECK(between(grid, 2, {4, 5}, dot).empty());
    CHECK(between(grid, 2, {}, dot).empty());
    CHECK(between(grid, 2, {2, 6}, dot) == (VoxelRuns{{3, 4, 4, 5}, {4, 4, 4, 5}, {5, 4, 4, 5}}));
    // At the corner of the volume.
    CHECK(between(grid, 0, {0, 2}, [](int x, int y, int) { return x == 0 && y == 8; }) == (VoxelRuns{{8, 0, 1, 2}}));
    const auto all = between(grid, 1, {0, 8}, [](int, int, int) { return true; });
    CHECK_EQ(voxelCount(all), 7 * 81);

    LabelVolume volume(grid);
    volume.row(1, 2)[3] = 5;
    CHECK(slicesShowing(volume, 5, 0) == std::vector<int>{3});
    CHECK(slicesShowing(volume, 5, 2) == std::vector<int>{2});
    CHECK(slicesShowing(volume, 6, 2).empty());
}
