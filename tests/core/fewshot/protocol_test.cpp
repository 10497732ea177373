#include "core/fewshot/protocol.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

// Expected: numpy, (np.array([1/6, 1/2, 5/6 as the papers' code adds them]) * C).astype(int).
TEST(supports_lie_at_the_middle_of_each_third) {
    CHECK(supportPositions(3, 26) == (std::vector<int>{4, 13, 21}));
    CHECK(supportPositions(3, 9) == (std::vector<int>{1, 4, 7}));
    CHECK(supportPositions(3, 6) == (std::vector<int>{1, 3, 5}));
    CHECK(supportPositions(3, 12) == (std::vector<int>{2, 6, 10}));
    CHECK(supportPositions(3, 1) == (std::vector<int>{0, 0, 0}));
    CHECK(supportPositions(1, 7) == (std::vector<int>{3}));
}

// Expected: np.linspace(0, C, parts + 1).astype(int) as chunk borders.
TEST(extents_are_cut_as_linspace_cuts) {
    const auto sizes = [](int count, int parts) {
        std::vector<int> result(parts, 0);
        for (int i = 0; i < count; ++i) ++result[partOf(i, count, parts)];
        return result;
    };
    CHECK(sizes(26, 3) == (std::vector<int>{8, 9, 9}));  // 0 8 17 26
    CHECK(sizes(10, 3) == (std::vector<int>{3, 3, 4}));  // 0 3 6 10
    CHECK(sizes(2, 3) == (std::vector<int>{0, 1, 1}));   // 0 0 1 2
    CHECK(sizes(7, 1) == (std::vector<int>{7}));
}

TEST(slices_showing_a_label) {
    SliceStack<std::int32_t> labels{4, 2, 2, 1, 1, {0, 0, 0, 0, 0, 3, 0, 0, 1, 1, 1, 1, 0, 0, 0, 3}};
    CHECK(slicesShowing(labels, 3) == (std::vector<int>{1, 3}));
    CHECK(slicesShowing(labels, 2).empty());
}

TEST(the_nearest_support_in_relative_position) {
    // Supports at 5, 10, 15 of 21 slices: 0.25, 0.5, 0.75.
    const std::vector<int> supports{5, 10, 15};
    CHECK_EQ(nearestSupport(supports, 21, 0, 41), 0);
    CHECK_EQ(nearestSupport(supports, 21, 14, 41), 0);  // 0.35
    CHECK_EQ(nearestSupport(supports, 21, 15, 41), 0);  // 0.375: as near to both, the earlier
    CHECK_EQ(nearestSupport(supports, 21, 16, 41), 1);
    CHECK_EQ(nearestSupport(supports, 21, 40, 41), 2);
    CHECK_EQ(nearestSupport(supports, 21, 0, 1), 1);  // a single slice lies in the middle
}
