#include "core/fewshot/loss_history.h"

#include "tests/support/check.h"

using namespace protolabel::fewshot;

// Iterations 1 to 250 with the losses 1 to 250: sums by Gauss.
TEST(losses_are_told_as_means_of_a_hundred_iterations) {
    LossHistory losses;
    CHECK_EQ(recentLoss(losses), 0.0);
    CHECK(lossCurve(losses).empty());
    for (int i = 1; i <= 250; ++i) losses.push_back(static_cast<float>(i));
    CHECK_NEAR(recentLoss(losses), 200.5, 1e-9);
    const auto curve = lossCurve(losses);
    CHECK_EQ(curve.size(), 3U);
    CHECK_NEAR(curve[0], 50.5, 1e-9);
    CHECK_NEAR(curve[1], 150.5, 1e-9);
    CHECK_NEAR(curve[2], 225.5, 1e-9);
}
