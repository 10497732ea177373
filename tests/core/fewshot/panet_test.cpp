#include "core/fewshot/method.h"
#include "tests/core/fewshot/method_fixture.h"
#include "tests/core/fewshot/parity_weights.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;

namespace {

const Method& panet() {
    return findMethod("panet");
}

/// Columns of 2x2 cells: (3,4)/5 left, (4,3)/5 right; their cosine is 0.96.
Features twoColumns() {
    return {{torch::tensor({0.6F, 0.8F, 0.6F, 0.8F, 0.8F, 0.6F, 0.8F, 0.6F}).view({1, 2, 2, 2})}, {}};
}
}  // namespace

// By hand: left, cosines 1 with the object and 0.96 with the rest, hence 1/(1+e^(-20*0.04)); right the other way round.
TEST(probability_is_the_softmax_of_both_prototypes) {
    const auto learned = panet().learn(untrained(), {{twoColumns(), leftHalf()}}, {});
    CHECK(absoluteError(learned.foreground, torch::tensor({0.6F, 0.8F})) < 1e-5);
    CHECK(absoluteError(learned.background, torch::tensor({0.8F, 0.6F})) < 1e-5);
    const auto result = panet().segment(untrained(), learned, twoColumns(), 8, {}).refined[0];
    CHECK_NEAR(result[0][0].item<double>(), 0.689974, 1e-5);
    CHECK_NEAR(result[7][7].item<double>(), 1 - 0.689974, 1e-5);
}

TEST(shots_are_averaged_by_weight) {
    const auto learned =
        panet().learn(untrained(), {{twoColumns(), leftHalf(), 3}, {twoColumns(), leftHalf().flip(1), 1}}, {});
    CHECK(absoluteError(learned.foreground, torch::tensor({0.65F, 0.75F})) < 1e-5);
    CHECK(absoluteError(learned.background, torch::tensor({0.75F, 0.65F})) < 1e-5);
}

TEST(losses_are_those_of_both_directions) {
    torch::manual_seed(6);
    Network network("resnet18", 8, 1);
    network->train();
    const auto episode = squareEpisode();
    const auto losses = panet().losses(network, episode, {});
    CHECK(losses.alignment.item<double>() > 0);
    CHECK_NEAR(losses.total.item<double>(), (losses.query + losses.alignment).item<double>(), 1e-6);
    losses.total.backward();
    CHECK(network->named_parameters()["conv1.weight"].grad().abs().sum().item<double>() > 0);
    CHECK(!network->threshold.grad().defined());
}
