#include "core/labels/shape_matching.h"

#include <cmath>

#include "core/labels/components.h"
#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

namespace {

std::vector<PartMatch> matched(const std::vector<std::string>& from, const std::vector<std::string>& to) {
    return matchParts(componentsOf(voxelsOf({from})), componentsOf(voxelsOf({to})), {1, 1});
}

}  // namespace

TEST(overlapping_parts_split_and_merge) {
    CHECK(matched({"###..", "....#"}, {"#.#..", "....#"}) == (std::vector<PartMatch>{{{0}, {0, 1}}, {{1}, {2}}}));
    CHECK(matched({"#.#.."}, {"####."}) == (std::vector<PartMatch>{{{0, 1}, {0}}}));
}

TEST(parts_that_moved_find_the_nearest) {
    CHECK(matched({"##......................##"}, {"......##..........##......"}) ==
          (std::vector<PartMatch>{{{0}, {0}}, {{1}, {1}}}));
    CHECK(matched({"#........................."}, {".........................#"}) ==
          (std::vector<PartMatch>{{{0}, {0}}}));
}

TEST(what_is_left_joins_a_neighbour_or_ends) {
    // A branch of area 4 (diameter 2.26), half a pixel from the border of the other: it joins; one of area 1 far away ends.
    CHECK(matched({"####..............", "####.............."}, {"####.##..........#", "####.##..........."}) ==
          (std::vector<PartMatch>{{{0}, {0, 1}}, {{}, {2}}}));
    CHECK(matched({"##"}, {".."}) == (std::vector<PartMatch>{{{0}, {}}}));
    CHECK(matched({".."}, {".."}).empty());
}

TEST(shapes_know_their_measures) {
    const PlanarShape shape(voxelsOf({{".....", ".###.", ".###.", ".###.", "....."}}), {2, 1});
    CHECK_NEAR(shape.area(), 18, 1e-12);
    CHECK_NEAR(shape.centroid().x, 4, 1e-12);
    CHECK_NEAR(shape.centroid().y, 2, 1e-12);
    // From the centre the next pixel outside is 2 mm up or down, and the border half a (mean) pixel nearer.
    CHECK_NEAR(shape.distance({4, 2}), 2 - 0.75, 1e-6);
    CHECK_NEAR(shape.depth(), 2 - 0.75, 1e-6);
    CHECK_NEAR(shape.distance({4, 0}), 0.75 - 1, 1e-6);
    CHECK_NEAR(shape.distance({4, 0.5}), 0.5 * (0.75 - 1) + 0.5 * (1 - 0.75), 1e-6);
    CHECK_NEAR(shape.distance({4, -10}), 0.75 - 1 - 10, 1e-6);
}
