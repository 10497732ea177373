#include "core/labels/components.h"

#include <string>

#include "tests/core/labels/filter_cases.h"
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

TEST(a_stack_of_blank_slices_is_empty) {
    labels::MaskStack stack;
    CHECK(labels::isEmpty(stack));
    stack[3] = labels::Mask(2, 2);
    CHECK(labels::isEmpty(stack));
    stack[7] = labels::Mask(2, 2);
    stack[7].at(1, 1) = 1;
    CHECK(!labels::isEmpty(stack));
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

TEST(components_and_holes_are_those_of_scipy) {
    using namespace labels::test;
    const auto blob = voxelsOf(kBlob);
    const auto box = gridOf(kBlob).box();
    std::vector<std::int64_t> sizes;
    for (const auto& component : labels::componentsOf(blob)) sizes.push_back(labels::voxelCount(component));
    CHECK(sizes == kSizes);
    CHECK(labels::largestComponent(blob) == voxelsOf(kLargest));
    CHECK(labels::withoutIslands(blob, 5) == voxelsOf(kWithoutIslands));
    CHECK(labels::united(blob, labels::holesOf(blob, box)) == voxelsOf(kFilled));

    for (int k = 0; k < box.upper[2]; ++k) {
        const auto slice = labels::Plane{2, k}.of(box);
        const auto shown = labels::clipped(blob, slice);
        CHECK(labels::united(shown, labels::holesOf(shown, slice)) == labels::clipped(voxelsOf(kFilledBySlice), slice));
    }
}

TEST(nothing_and_single_voxels_have_components) {
    CHECK(labels::componentsOf({}).empty());
    CHECK(labels::largestComponent({}).empty());
    CHECK(labels::withoutIslands({{0, 0, 0, 1}}, 2).empty());
    CHECK(labels::holesOf({}, {}).empty());
    CHECK(labels::holesOf({{0, 0, 0, 1}}, {{0, 0, 0}, {1, 1, 1}}).empty());
    const labels::VoxelRuns two{{0, 0, 0, 2}, {0, 1, 3, 5}};
    CHECK(labels::componentAt(two, {3, 1, 0}) == (labels::VoxelRuns{{0, 1, 3, 5}}));
    CHECK(labels::componentAt(two, {2, 0, 0}).empty());
}

TEST(holes_in_planes_across_the_rows) {
    using namespace labels::test;
    // A ring in the plane i = 1, open in the others.
    const Picture ring{
        {"...", ".#.", ".#.", ".#.", "..."}, {"...", ".#.", "...", ".#.", "..."}, {"...", ".#.", ".#.", ".#.", "..."}};
    const auto runs = voxelsOf(ring);
    const auto box = gridOf(ring).box();
    CHECK(labels::holesOf(runs, labels::Plane{0, 1}.of(box)) == (labels::VoxelRuns{{1, 2, 1, 2}}));
    CHECK(labels::holesOf(runs, box).empty());
}
