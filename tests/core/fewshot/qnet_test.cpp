#include "core/fewshot/checkpoint.h"
#include "core/fewshot/method.h"
#include "core/fewshot/model_file.h"
#include "core/fewshot/prototypes.h"
#include "tests/core/fewshot/parity_weights.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;
using engine::MethodOptions;

namespace {

constexpr int kSize = 32, kSteps = 60;

const Method& qnet() {
    return findMethod("qnet");
}

/// A network that is never run.
Network untrained() {
    static Network network("resnet18", 8, 0, Layout::DualScale);
    return network;
}

Features randomFeatures(int seed) {
    torch::manual_seed(seed);
    return {{torch::randn({2, 6, 8, 8}), torch::randn({2, 6, 4, 4})}, torch::tensor({-6.F, -3.F})};
}

torch::Tensor square() {
    auto mask = torch::zeros({kSize, kSize});
    mask.slice(0, 8, 24).slice(1, 4, 20).fill_(1);
    return mask;
}

MethodOptions options(int steps, std::optional<double> fineWeight = {}) {
    MethodOptions o;
    o.refinementSteps = steps;
    o.fineWeight = fineWeight;
    return o;
}

torch::Tensor squashed(const torch::Tensor& map) {
    return torch::sigmoid((map - map.min()) / (map.max() - map.min()));
}

/// methods.md, Q-Net, Refinement, word by word; (h,w) probability.
torch::Tensor refinedAsDescribed(const torch::Tensor& features, const torch::Tensor& start, double t, int steps) {
    const auto score = [&](const torch::Tensor& p) {
        return 1 - torch::sigmoid(0.5 * (-20 * torch::cosine_similarity(features, p.view({-1, 1, 1}), 0, 1e-8) - t));
    };
    auto p = start.clone().requires_grad_();
    torch::optim::Adam adam({p}, torch::optim::AdamOptions(0.01));
    auto m = score(p).detach();
    for (int step = 0; step < steps; ++step) {
        const auto hard = torch::stack({1 - m, m}).argmax(0).unsqueeze(0).to(torch::kFloat);
        const auto replaced = features * (1 - hard) + p.view({-1, 1, 1}) * hard;
        const auto loss = torch::binary_cross_entropy(squashed(features), squashed(replaced));
        adam.zero_grad();
        loss.backward();
        adam.step();
        m = score(p).detach();
    }
    return m;
}

}  // namespace

// `scale` 6 makes the prototype hold the extremes of the map, through which it then also has a gradient; in so many steps that Adam
// does not hide it.
TEST(refinement_is_adam_on_the_described_loss) {
    for (const double scale : {0.2, 1.0, 6.0}) {
        const auto features = randomFeatures(7);
        auto learned = qnet().learn(untrained(), {{features.at(1), square()}}, {});
        learned.foreground = learned.foreground * scale;
        learned.other[0] = learned.other[0] * scale;
        const auto start = qnet().segment(untrained(), learned, features, kSize, options(0)).refined;
        const auto found = qnet().segment(untrained(), learned, features, kSize, options(kSteps)).refined;
        CHECK(absoluteError(start, found) > 1e-4);
        for (int i = 0; i < 2; ++i) {
            const double t = features.threshold[i].item<double>();
            const auto fine = refinedAsDescribed(features.maps[0][i], learned.other[0], t, kSteps);
            const auto coarse = refinedAsDescribed(features.maps[1][i], learned.foreground, t, kSteps);
            const auto expected =
                0.9 * upsampled(fine.unsqueeze(0), kSize) + 0.1 * upsampled(coarse.unsqueeze(0), kSize);
            CHECK(absoluteError(found[i], expected[0]) < 1e-5);
        }
    }
}

TEST(scales_are_weighted_by_setting_or_as_told) {
    CHECK_EQ(*qnet().forSetting({}, 1).fineWeight, 0.9);
    CHECK_EQ(*qnet().forSetting({}, 2).fineWeight, 0.6);
    CHECK_EQ(*qnet().forSetting(options(7, 0.3), 2).fineWeight, 0.3);
    const auto features = randomFeatures(3);
    const auto learned = qnet().learn(untrained(), {{features.at(0), square()}}, {});
    const auto with = [&](std::optional<double> weight) {
        return qnet().segment(untrained(), learned, features, kSize, options(0, weight)).refined;
    };
    const auto fine = with(1.0), coarse = with(0.0);
    CHECK(absoluteError(with(0.6), 0.6 * fine + 0.4 * coarse) < 1e-6);
    CHECK(absoluteError(with({}), 0.9 * fine + 0.1 * coarse) < 1e-6);
    CHECK(absoluteError(fine, coarse) > 0.01);
}

TEST(each_slice_has_its_own_threshold_unless_one_is_given) {
    auto features = randomFeatures(5);
    for (auto& map : features.maps) map[1] = map[0];
    const auto learned = qnet().learn(untrained(), {{features.at(0), square()}}, {});
    auto o = options(0);
    const auto own = qnet().segment(untrained(), learned, features, kSize, o).refined;
    CHECK((own[1] > own[0]).all().item<bool>());  // -3 lets more through than -6
    o.threshold = -6;
    const auto given = qnet().segment(untrained(), learned, features, kSize, o).refined;
    CHECK(absoluteError(given[0], own[0]) < 1e-6 && absoluteError(given[1], own[0]) < 1e-6);
}

TEST(a_map_that_is_one_value_is_not_refined_into_no_numbers) {
    const Features flat{{torch::full({1, 6, 8, 8}, 0.5), torch::full({1, 6, 4, 4}, 0.5)}, torch::tensor({-30.F})};
    const auto learned = qnet().learn(untrained(), {{flat, square()}}, {});
    for (const double t : {-30.0, 30.0}) {
        auto o = options(7);
        o.threshold = t;
        CHECK(torch::isfinite(qnet().segment(untrained(), learned, flat, kSize, o).refined).all().item<bool>());
    }
}

TEST(losses_reach_every_parameter) {
    torch::manual_seed(6);
    Network network("resnet18", 8, 1, Layout::DualScale);
    network->train();
    auto mask = torch::zeros({64, 64});
    mask.slice(0, 16, 48).slice(1, 16, 48).fill_(1);
    const Episode episode{torch::randn({1, 3, 64, 64}) + 3 * mask, mask, torch::randn({1, 3, 64, 64}) + 3 * mask, mask};
    const auto losses = qnet().losses(network, episode, {});
    CHECK_NEAR(losses.total.item<double>(), (losses.query + losses.alignment).item<double>(), 1e-6);
    losses.total.backward();
    for (const auto& item : network->named_parameters())
        CHECK(item.value().grad().defined() && item.value().grad().abs().sum().item<double>() > 0);
}

TEST(model_files_hold_the_heads) {
    Model model;
    model.spec.method = "qnet";
    model.spec.options.refinementSteps = 3;
    model.network = Network("resnet18", 8, 3, Layout::DualScale);
    const auto again = decodeModel(encode(model));
    CHECK(again.network->layout() == Layout::DualScale);
    CHECK_EQ(*again.spec.options.refinementSteps, 3);
    const auto expected = namedWeights(*model.network), got = namedWeights(*again.network);
    CHECK_EQ(expected.count("reduce1d.bias") + expected.count("fc.weight") + expected.count("reduce2.weight"), 3U);
    for (const auto& [name, tensor] : expected) CHECK(torch::equal(tensor, got.at(name)));
}
