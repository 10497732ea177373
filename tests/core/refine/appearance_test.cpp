#include "core/refine/appearance.h"

#include <cmath>

#include "tests/support/check.h"

using namespace protolabel::refine;

namespace {

// 100 values in the last of 24 bins, smoothed by 0.1, 0.2, 0.4, 0.2, 0.1 and one added: 41 of 94 there, 1 of 94 in the first bin.
TEST(the_ratio_is_that_of_smoothed_histograms) {
    const Appearance appearance(std::vector<float>(100, 10.F), std::vector<float>(100, 0.F));
    CHECK_NEAR(appearance.ratio(10), std::log(41.0), 1e-5);
    CHECK_NEAR(appearance.ratio(0), -std::log(41.0), 1e-5);
    CHECK_NEAR(appearance.ratio(5), 0, 1e-5);
    CHECK_NEAR(appearance.ratio(9.3F), std::log(21.0), 1e-5);  // the bin before the last
    CHECK_NEAR(appearance.ratio(1000), std::log(41.0), 1e-5);  // beyond the range: as at its end
}

TEST(nothing_is_learned_from_nothing) {
    CHECK_EQ(Appearance({}, {1, 2, 3}).ratio(2), 0.F);
    CHECK_EQ(Appearance({7, 7}, {7, 7}).ratio(7), 0.F);
}

}  // namespace
