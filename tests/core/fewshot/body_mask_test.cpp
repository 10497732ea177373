#include "core/fewshot/body_mask.h"

#include <string>

#include "tests/support/check.h"

using protolabel::fewshot::bodyMask;

namespace {

/// '#' is 200, '+' is 10 (not above the threshold), '.' is 0.
std::string masked(const std::string& picture, int height, int width) {
    std::vector<double> intensities;
    for (const char c : picture) intensities.push_back(c == '#' ? 200 : c == '+' ? 10 : 0);
    std::string result;
    for (const auto pixel : bodyMask(intensities.data(), height, width)) result += pixel ? '#' : '.';
    return result;
}

}  // namespace

TEST(holes_are_filled_but_bays_stay_open) {
    CHECK_EQ(masked("......"
                    ".####."
                    ".#.##."
                    ".####."
                    ".#.##."
                    "......",
                    6, 6),
             "......"
             ".####."
             ".####."
             ".####."
             ".#.##."
             "......");
}

TEST(corners_join_the_body_and_enclose_holes) {
    // The ring touches itself at corners only: one component, and its inside is a hole because holes leak over sides only.
    CHECK_EQ(masked("..#.."
                    ".#.#."
                    "#...#"
                    ".#.#."
                    "..#..",
                    5, 5),
             "..#.."
             ".###."
             "#####"
             ".###."
             "..#..");
}

TEST(only_the_largest_component_is_body) {
    CHECK_EQ(masked("##..."
                    "....."
                    "..###"
                    "..+##",
                    4, 5),
             "....."
             "....."
             "..###"
             "...##");
    CHECK_EQ(masked("##.##", 1, 5), "##...");  // equal: the one met first
    CHECK_EQ(masked("+...+", 1, 5), ".....");
}
