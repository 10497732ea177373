#include "core/labels/components.h"

#include <string>

#include "tests/support/check.h"

using namespace protolabel;

/// '#' is 1.
static labels::Mask mask(const std::vector<std::string>& rows) {
    labels::Mask m(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()));
    for (int y = 0; y < m.height; ++y)
        for (int x = 0; x < m.width; ++x)
            m.at(x, y) = rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '#';
    return m;
}

TEST(the_largest_stays) {
    labels::MaskStack stack{{0, mask({"##...", "##...", "....#"})}, {1, mask({".....", "....#", "#...#"})}};
    labels::keepLargestComponent(stack);
    CHECK(stack[0] == mask({"##...", "##...", "....."}));
    CHECK(stack[1] == mask({".....", ".....", "....."}));
}

TEST(slices_connect_and_diagonals_do_not) {
    labels::MaskStack stack{{4, mask({"#....", "....."})},
                            {5, mask({"#.###", "....."})},
                            {6, mask({"#....", ".#..."})},
                            {7, mask({"##...", "....."})}};
    labels::keepLargestComponent(stack);
    CHECK(stack[4] == mask({"#....", "....."}));
    CHECK(stack[5] == mask({"#....", "....."}));
    CHECK(stack[6] == mask({"#....", "....."}));
    CHECK(stack[7] == mask({"##...", "....."}));
}

TEST(a_gap_between_slices_separates) {
    labels::MaskStack stack{{0, mask({"##"})}, {2, mask({"##"})}, {3, mask({"#."})}};
    labels::keepLargestComponent(stack);
    CHECK(stack[0] == mask({".."}));
    CHECK(stack[2] == mask({"##"}));
}

TEST(a_snake_is_one_component) {
    labels::MaskStack stack{{0, mask({"#####", "....#", "#####", "#....", "#####"})}};
    const auto before = stack;
    labels::keepLargestComponent(stack);
    CHECK(stack == before);
}

TEST(nothing_stays_nothing) {
    labels::MaskStack stack{{0, mask({"..."})}};
    labels::keepLargestComponent(stack);
    CHECK(stack[0] == mask({"..."}));
}
