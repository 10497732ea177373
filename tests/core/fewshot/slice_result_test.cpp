#include "core/fewshot/slice_result.h"

#include "core/labels/run_length.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

namespace {

labels::ProbabilitySlice decoded(const Bytes& bytes) {
    labels::ProbabilitySlice slice;
    labels::decodeRuns(bytes, slice);
    return slice;
}

/// 8x8 cells of two channels: (1,0) in the left half, (0,1) in the right.
torch::Tensor halves() {
    auto features = torch::zeros({2, 8, 8});
    features[0].slice(1, 0, 4).fill_(1);
    features[1].slice(1, 4, 8).fill_(1);
    return features;
}

}  // namespace

TEST(probabilities_are_floored_to_bytes) {
    const auto p = torch::tensor({0.F, 0.4999F, 0.5F, 0.75F, 0.998F, 1.F}).view({1, 1, 6});
    CHECK(torch::equal(quantised(p).view({6}), torch::tensor({0, 127, 128, 192, 255, 255}, torch::kByte)));
}

TEST(overlaps_go_to_the_more_probable_label) {
    const auto a = torch::tensor({0.9F, 0.6F, 0.7F, 0.3F}), b = torch::tensor({0.6F, 0.9F, 0.7F, 0.4F});
    const auto values = quantised(torch::stack({a, b}).view({2, 1, 4}));
    CHECK(torch::equal(values[0].view({4}), torch::tensor({230, 127, 179, 76}, torch::kByte)));
    CHECK(torch::equal(values[1].view({4}), torch::tensor({127, 230, 127, 102}, torch::kByte)));
}

// Left half predicted at 0.75: confidence 0.75, mean feature (1,0). Prototype (3,4)/5: 1 - cos = 0.4.
TEST(confidence_and_distance_of_a_found_object) {
    auto probability = torch::full({8, 8}, 0.25);
    probability.slice(1, 0, 4).fill_(0.75);
    const auto answers =
        slicePredictions({{7, probability, torch::zeros({8, 8}), torch::tensor({0.6F, 0.8F})}}, halves());
    CHECK_EQ(answers.size(), 1U);
    CHECK_EQ(answers[0].label, 7);
    CHECK_NEAR(answers[0].confidence, 0.75, 1e-6);
    CHECK_NEAR(answers[0].distance, 0.4, 1e-5);
    CHECK_EQ(decoded(answers[0].probability).at(0, 7), 192);
    CHECK_EQ(decoded(answers[0].probability).at(4, 0), 64);
}

TEST(confidence_and_distance_where_nothing_is_found) {
    auto cosine = torch::zeros({8, 8});
    cosine[2][3] = 0.625F;
    const auto answers =
        slicePredictions({{1, torch::full({8, 8}, 0.25), cosine, torch::tensor({1.F, 0.F})}}, halves());
    CHECK_NEAR(answers[0].confidence, 0.75, 1e-6);
    CHECK_NEAR(answers[0].distance, 0.375, 1e-6);
    CHECK(slicePredictions({}, halves()).empty());
}
