#include "core/refine/blend.h"

#include <cmath>

#include "tests/support/check.h"

using namespace protolabel::refine;

namespace {

// Hidden unit 0 is max(0, 2 x0 - x1 + 0.5), unit 1 max(0, x1); the result 3 h0 - h1 - 1.
TEST(two_hidden_units_by_hand) {
    std::array<float, Blend::kWeights> w{};
    w[0] = 2;
    w[Blend::kHidden] = -1, w[Blend::kHidden + 1] = 1;
    constexpr int bias = kFeatures * Blend::kHidden, out = bias + Blend::kHidden;
    w[bias] = 0.5F;
    w[out] = 3, w[out + 1] = -1;
    w[Blend::kWeights - 1] = -1;
    const Blend blend(w);
    FeatureVector x{};
    CHECK_NEAR(blend.logOdds(x.data()), 0.5, 1e-6);
    x[0] = 1, x[1] = 0.25F;
    CHECK_NEAR(blend.logOdds(x.data()), 3 * 2.25 - 0.25 - 1, 1e-6);
    x[0] = -1;
    CHECK_NEAR(blend.logOdds(x.data()), -1.25, 1e-6);
}

/// Object where exactly one of two features is set; 0.75 of the pixels in which a third one is set belong to it.
std::vector<BlendSample> samples() {
    std::vector<BlendSample> all;
    for (int i = 0; i < 2000; ++i) {
        BlendSample sample;
        sample.features[0] = static_cast<float>(i % 2);
        sample.features[1] = static_cast<float>(i / 2 % 2);
        sample.truth = i % 2 != i / 2 % 2 ? 1 : 0;
        if (i % 5 == 0) sample.features = {}, sample.features[2] = 1, sample.truth = i % 20 != 0;
        all.push_back(sample);
    }
    return all;
}

TEST(what_no_line_divides_is_learned_and_chances_are_kept) {
    const auto blend = Blend::learned(samples(), 40, 7);
    const auto p = [&](float a, float b, float c) {
        FeatureVector x{};
        x[0] = a, x[1] = b, x[2] = c;
        return 1 / (1 + std::exp(-blend.logOdds(x.data())));
    };
    CHECK(p(0, 0, 0) < 0.05 && p(1, 1, 0) < 0.05);
    CHECK(p(1, 0, 0) > 0.95 && p(0, 1, 0) > 0.95);
    CHECK_NEAR(p(0, 0, 1), 0.75, 0.05);
}

TEST(equal_seeds_give_equal_blends) {
    const auto all = samples();
    const std::vector<BlendSample> few(all.begin(), all.begin() + 100);
    CHECK(Blend::learned(few, 2, 1).weights() == Blend::learned(few, 2, 1).weights());
    CHECK(Blend::learned(few, 2, 1).weights() != Blend::learned(few, 2, 2).weights());
}

}  // namespace
