#include <cmath>

#include "core/fewshot/methods.h"
#include "tests/core/fewshot/method_fixture.h"
#include "tests/core/fewshot/parity_weights.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;

namespace {

const AlpNet& alpnet() {
    static const AlpNet method;
    return method;
}

/// 8x8 cells of three channels: (1,0,0) upper left, (0.6,0.8,0) lower left, (0,0,1) right.
Features threeParts() {
    auto map = torch::zeros({1, 3, 8, 8});
    map[0][0].slice(0, 0, 4).slice(1, 0, 4).fill_(1);
    map[0][0].slice(0, 4, 8).slice(1, 0, 4).fill_(0.6);
    map[0][1].slice(0, 4, 8).slice(1, 0, 4).fill_(0.8);
    map[0][2].slice(1, 4, 8).fill_(1);
    return {{map}, {}};
}

double foregroundLogit(const Prototypes& learned, int y, int x) {
    return alpnet().logits(learned, threeParts(), 8)[0][1][y][x].item<double>();
}

}  // namespace

// By hand. Eight 2x2 cells lie in the mask: four (1,0,0), four (0.6,0.8,0); the object's mean (0.8,0.4,0) has cosine 0.894427 with the
// first and 0.894427 with the second. Upper left: d = 20, 12, 17.88854 with weights 4 e^20, 4 e^12, e^17.88854.
TEST(a_class_is_scored_by_its_cells_and_its_mean) {
    const auto learned = alpnet().learn(untrained(), {{threeParts(), leftHalf()}}, {});
    CHECK_EQ(learned.other[0].size(0), 9);
    CHECK_EQ(learned.other[2].size(0), 8);
    CHECK(absoluteError(learned.foreground, torch::tensor({0.8F, 0.4F, 0.F})) < 1e-5);
    const double far = 17.888544, w = std::exp(far - 20), v = std::exp(-8.0);
    const double expected = (4 * 20 + 4 * v * 12 + w * far) / (4 + 4 * v + w);
    CHECK_NEAR(foregroundLogit(learned, 1, 1), expected, 1e-4);
    const auto logits = alpnet().logits(learned, threeParts(), 8)[0];
    CHECK_NEAR(logits[0][1][1].item<double>(), 0, 1e-4);   // background cells are orthogonal
    CHECK_NEAR(logits[0][1][6].item<double>(), 20, 1e-4);  // and equal to what is right
    const auto probability = alpnet().segment(untrained(), learned, threeParts(), 8, {}).refined[0];
    CHECK(probability[1][1].item<double>() > 0.999 && probability[1][6].item<double>() < 0.001);
}

// A mask in which no 4x4 cell is covered has one prototype, the mean, although 2x2 cells are covered.
TEST(small_objects_fall_back_to_their_mean) {
    auto mask = torch::zeros({8, 8});
    mask.slice(0, 0, 2).slice(1, 0, 2).fill_(1);
    const auto learned = alpnet().learn(untrained(), {{threeParts(), mask}}, {});
    CHECK_EQ(learned.other[0].size(0), 1);
    CHECK_NEAR(foregroundLogit(learned, 1, 1), 20, 1e-4);
    CHECK_NEAR(foregroundLogit(learned, 6, 1), 12, 1e-3);  // 20 * 0.6
}

TEST(a_full_slice_has_a_background_of_zeros) {
    const auto learned = alpnet().learn(untrained(), {{threeParts(), torch::ones({8, 8})}}, {});
    CHECK_EQ(learned.other[2].size(0), 1);
    CHECK(alpnet().logits(learned, threeParts(), 8)[0][0].abs().max().item<double>() < 1e-6);
}

TEST(a_shot_of_weight_two_is_two_shots) {
    // Upper and lower left, near enough to each other that the softmax sees both.
    auto upper = leftHalf();
    upper.slice(0, 4, 8).fill_(0);
    const Shot left{threeParts(), upper, 2}, other{threeParts(), upper.flip(0), 1};
    auto once = left;
    once.weight = 1;
    const auto weighted = alpnet().learn(untrained(), {left, other}, {});
    const auto repeated = alpnet().learn(untrained(), {once, once, other}, {});
    CHECK(absoluteError(alpnet().logits(weighted, threeParts(), 8), alpnet().logits(repeated, threeParts(), 8)) < 1e-4);
    CHECK(absoluteError(weighted.foreground, repeated.foreground) < 1e-6);

    auto ignored = other;
    ignored.weight = 0;
    const auto alone = alpnet().learn(untrained(), {left}, {});
    const auto with = alpnet().learn(untrained(), {left, ignored}, {});
    CHECK(absoluteError(alpnet().logits(alone, threeParts(), 8), alpnet().logits(with, threeParts(), 8)) < 1e-5);
}

TEST(losses_are_those_of_both_directions) {
    torch::manual_seed(6);
    Network network("resnet18", 8, 1);
    network->train();
    const auto episode = squareEpisode();
    const auto losses = alpnet().losses(network, episode, {});
    CHECK(losses.query.item<double>() > 0 && losses.alignment.item<double>() > 0);
    CHECK_NEAR(losses.total.item<double>(), (losses.query + losses.alignment).item<double>(), 1e-6);
    losses.total.backward();
    CHECK(network->named_parameters()["conv1.weight"].grad().abs().sum().item<double>() > 0);
}
