#include "core/labels/polygon.h"

#include <cmath>
#include <numbers>

#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

namespace {

const Grid kGrid{{12, 9, 1}, {1, 1, 1}};

std::vector<std::string> drawn(const std::vector<Point2>& outline, FillRule rule = FillRule::EvenOdd) {
    return pictureOf(fillPolygon(outline, rule, kGrid, {2, 0}), kGrid)[0];
}

}  // namespace

TEST(centres_decide) {
    const std::vector<std::string> expected{"............", "..###.......", "..###.......",
                                            "............", "............", "............",
                                            "............", "............", "............"};
    CHECK(drawn({{1.5, 0.5}, {4.5, 0.5}, {4.5, 2.5}, {1.5, 2.5}}) == expected);
    CHECK(drawn({{1.5, 2.5}, {4.5, 2.5}, {4.5, 0.5}, {1.5, 0.5}}) == expected);              // the other way round
    CHECK(drawn({{1.5, 0.5}, {4.5, 0.5}, {4.5, 2.5}, {1.5, 2.5}, {1.5, 0.5}}) == expected);  // closed by hand
    // Exactly on centres: the side towards smaller x and y belongs to it, the other one does not.
    CHECK(drawn({{2, 1}, {5, 1}, {5, 3}, {2, 3}}) == expected);
}

TEST(a_triangle_by_hand) {
    // Right side x = 9 - y: centres with x >= 1, y >= 1, x + y < 9.
    CHECK(drawn({{1, 1}, {8, 1}, {1, 8}}) ==
          (std::vector<std::string>{"............", ".#######....", ".######.....", ".#####......", ".####.......",
                                    ".###........", ".##.........", ".#..........", "............"}));
}

TEST(self_crossing_outlines_follow_their_rule) {
    // Two turns around the same square, and a bow tie.
    const std::vector<Point2> twice{{0.5, 0.5}, {6.5, 0.5}, {6.5, 4.5}, {0.5, 4.5},
                                    {0.5, 0.5}, {3.5, 0.5}, {3.5, 2.5}, {0.5, 2.5}};
    CHECK_EQ(drawn(twice, FillRule::NonZero)[1], ".######.....");
    CHECK_EQ(drawn(twice, FillRule::EvenOdd)[1], "....###.....");
    CHECK_EQ(drawn(twice, FillRule::EvenOdd)[3], ".######.....");
    // Inside left of both diagonals and right of both. Row 1: 0.5 <= x < 1 and 6 <= x < 6.5; row 3: 0.5 <= x < 3 and 4 <= x < 6.5.
    const std::vector<Point2> bow{{0.5, 0.5}, {6.5, 6.5}, {6.5, 0.5}, {0.5, 6.5}};
    for (const auto rule : {FillRule::NonZero, FillRule::EvenOdd}) {
        const auto picture = drawn(bow, rule);
        CHECK_EQ(picture[1], "......#.....");
        CHECK_EQ(picture[3], ".##.###.....");
        CHECK_EQ(picture[5], ".#...##.....");
    }
}

TEST(neighbours_share_no_pixel_and_leave_none_out) {
    Numbers random(9);
    for (int n = 0; n < 100; ++n) {
        // Four triangles around an inner point, corners often on pixel centres.
        const auto at = [&](double limit) {
            return n % 2 == 0 ? random.below(static_cast<int>(limit) + 1) : limit * random.unit();
        };
        const Point2 centre{at(11), at(8)};
        const std::vector<Point2> corners{{-0.5, -0.5}, {11.5, -0.5}, {11.5, 8.5}, {-0.5, 8.5}};
        VoxelRuns all;
        std::int64_t count = 0;
        for (int side = 0; side < 4; ++side) {
            const auto part = fillPolygon(
                {corners[static_cast<std::size_t>(side)], corners[static_cast<std::size_t>((side + 1) % 4)], centre},
                FillRule::NonZero, kGrid, {2, 0});
            count += voxelCount(part);
            all = united(all, part);
        }
        CHECK_EQ(count, 108);
        CHECK_EQ(voxelCount(all), 108);
    }
}

TEST(random_outlines_agree_with_the_winding_number) {
    Numbers random(21);
    for (int n = 0; n < 60; ++n) {
        std::vector<Point2> outline(static_cast<std::size_t>(3 + random.below(8)));
        for (auto& point : outline) point = {16 * random.unit() - 2, 13 * random.unit() - 2};
        const auto winding = [&](int i, int j) {
            double angle = 0;
            for (std::size_t s = 0; s < outline.size(); ++s) {
                const auto &a = outline[s], &b = outline[(s + 1) % outline.size()];
                angle +=
                    std::remainder(std::atan2(b.y - j, b.x - i) - std::atan2(a.y - j, a.x - i), 2 * std::numbers::pi);
            }
            return std::lround(angle / (2 * std::numbers::pi));
        };
        CHECK(fillPolygon(outline, FillRule::NonZero, kGrid, {2, 0}) ==
              runsWhere(kGrid.box(), [&](int i, int j, int) { return winding(i, j) != 0; }));
        CHECK(fillPolygon(outline, FillRule::EvenOdd, kGrid, {2, 0}) ==
              runsWhere(kGrid.box(), [&](int i, int j, int) { return winding(i, j) % 2 != 0; }));
    }
}

TEST(little_and_far_away) {
    CHECK(fillPolygon({}, FillRule::EvenOdd, kGrid, {2, 0}).empty());
    CHECK(fillPolygon({{1, 1}, {5, 5}}, FillRule::EvenOdd, kGrid, {2, 0}).empty());
    CHECK(fillPolygon({{1, 1}, {5, 5}, {3, 3}}, FillRule::EvenOdd, kGrid, {2, 0}).empty());
    CHECK(fillPolygon({{50, 50}, {90, 50}, {70, 90}}, FillRule::EvenOdd, kGrid, {2, 0}).empty());
    CHECK(fillPolygon({{0, 0}, {9, 0}, {9, 9}}, FillRule::EvenOdd, kGrid, {2, 1}).empty());
    CHECK_EQ(
        voxelCount(fillPolygon({{-1e9, -1e9}, {1e9, -1e9}, {1e9, 1e9}, {-1e9, 1e9}}, FillRule::EvenOdd, kGrid, {2, 0})),
        108);
    // Planes of the other axes.
    const Grid grid{{4, 5, 6}, {1, 1, 1}};
    CHECK(fillPolygon({{0.5, 1.5}, {2.5, 1.5}, {2.5, 3.5}, {0.5, 3.5}}, FillRule::EvenOdd, grid, {0, 3}) ==
          (VoxelRuns{{2, 1, 3, 4}, {2, 2, 3, 4}, {3, 1, 3, 4}, {3, 2, 3, 4}}));
}
