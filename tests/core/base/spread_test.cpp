#include "core/base/spread.h"

#include "tests/support/check.h"

using protolabel::spread;

TEST(elements_are_taken_from_the_middles_of_equal_parts) {
    const std::vector<int> ten{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    CHECK((spread(ten, 2) == std::vector<int>{2, 7}));     // middles of 0..4 and 5..9
    CHECK((spread(ten, 3) == std::vector<int>{1, 5, 8}));  // 10/6, 30/6, 50/6
    CHECK((spread(ten, 1) == std::vector<int>{5}));
    CHECK((spread(ten, 10) == ten));
    CHECK((spread(ten, 11) == ten));
    CHECK(spread(std::vector<int>{}, 4).empty());
}
