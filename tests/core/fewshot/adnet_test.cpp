#include "core/fewshot/method.h"
#include "core/fewshot/prototypes.h"
#include "tests/core/fewshot/parity_weights.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;

// Pooling with pulled-back weights must equal pooling features that really are upsampled.
TEST(pulled_back_masks_pool_at_full_resolution) {
    torch::manual_seed(2);
    const auto features = torch::randn({6, 8, 10});
    const auto mask = (torch::rand({64, 80}) > 0.6).to(torch::kFloat);
    const auto up = torch::upsample_bilinear2d(features.unsqueeze(0), {64, 80}, false)[0];
    const auto expected = (up * mask).sum({1, 2}) / (mask.sum() + 1e-5);
    const auto pooled = maskedAverage(features, pulledBack(mask, 8, 10).unsqueeze(0))[0];
    CHECK(relativeError(pooled, expected) < 1e-5);
    CHECK(relativeError(pooledByUpsampling(features, mask), expected) < 1e-5);
}

// Four pixels, two of each class: weighted mean of -log p with weights 0.1 and 1, by hand.
TEST(likelihood_is_the_weighted_mean) {
    const auto probability = torch::tensor({0.9F, 0.6F, 0.2F, 0.5F}).view({2, 2});
    const auto mask = torch::tensor({1.F, 1.F, 0.F, 0.F}).view({2, 2});
    const double expected =
        (-std::log(0.9) - std::log(0.6) - 0.1 * std::log(0.8) - 0.1 * std::log(0.5)) / (2 * 1.0 + 2 * 0.1);
    CHECK_NEAR(negativeLogLikelihood(probability, mask, 0.1, 1.0).item<double>(), expected, 1e-6);
    CHECK_NEAR(negativeLogLikelihood(torch::zeros({1, 1}), torch::ones({1, 1}), 1, 1).item<double>(), 15.9424, 1e-3);
}
