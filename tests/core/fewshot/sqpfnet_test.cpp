#include "core/fewshot/method.h"
#include "core/fewshot/prototypes.h"
#include "tests/core/fewshot/method_fixture.h"
#include "tests/core/fewshot/parity_checks.h"
#include "tests/core/fewshot/parity_file.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;
using engine::Background;
using engine::MethodOptions;

namespace {

MethodOptions options(Background background, int regions) {
    MethodOptions o;
    o.background = background;
    o.regions = regions;
    o.alpha = 0.5;
    return o;
}

/// Two channels, 2x2 cells: the left column looks like (1,0), the right like (0,1).
Features twoColumns() {
    return {{torch::tensor({1.F, 0.F, 1.F, 0.F, 0.F, 1.F, 0.F, 1.F}).view({1, 2, 2, 2})}, {}};
}
}  // namespace

// The same with ResNet-101, which takes longer, is part of parity_test.
TEST(resnet18_equals_the_reference) {
    for (const char* file : {"chaos_liver.pt", "chaos_lk.pt"}) {
        int compared = 0;
        compare(
            parityFile(file),
            [](const std::string& key) { return key == "sqpfnet.cells10" || key.find(".resnet18.") != key.npos; },
            [&](const Comparison& c) {
                if (!c.found || !c.ok) protolabel::test::fail(__FILE__, __LINE__, c.key + " of " + file);
                ++compared;
            });
        CHECK_EQ(compared, 14);
    }
}

TEST(batches_equal_single_slices) {
    torch::manual_seed(4);
    const Features features{{torch::rand({5, 16, 8, 8}) - 0.3}, {}};
    const auto mask = (torch::rand({64, 64}) > 0.8).to(torch::kFloat);
    const Method& method = findMethod("sqpfnet");
    for (const auto background : engine::kBackgrounds) {
        const auto o = options(background, 3);
        const auto learned = method.learn(untrained(), {{features.at(0), mask}}, o);
        const auto all = method.segment(untrained(), learned, features, 64, o);
        for (int i = 0; i < 5; ++i) {
            const auto one = method.segment(untrained(), learned, features.at(i), 64, o);
            CHECK(absoluteError(all.refined[i], one.refined[0]) < 1e-6);
        }
    }
}

TEST(prototype_is_the_mean_feature_of_the_mask) {
    const auto learned =
        findMethod("sqpfnet").learn(untrained(), {{twoColumns(), leftHalf()}}, options(Background::Prototype, 1));
    CHECK(absoluteError(learned.foreground, torch::tensor({1.F, 0.F})) < 1e-4);
    CHECK(absoluteError(learned.background, torch::tensor({0.F, 1.F})) < 1e-4);
}

TEST(shots_are_averaged_by_weight) {
    const auto other = leftHalf().flip(1);
    const auto learned = findMethod("sqpfnet").learn(
        untrained(), {{twoColumns(), leftHalf(), 3}, {twoColumns(), other, 1}}, options(Background::Threshold, 1));
    CHECK(absoluteError(learned.foreground, torch::tensor({0.75F, 0.25F})) < 1e-4);
    CHECK_ERROR("method.no_support", findMethod("sqpfnet").learn(untrained(), {{twoColumns(), leftHalf(), 0}}, {}));
}

// By hand: cos is 1 left and 0 right; softmax(20, 0) = 1/(1+e^-20), and 1 - sigmoid(0.5 (-20 cos + 10)) = 0.99331 / 0.00669.
TEST(both_readings_score_as_their_equations) {
    const Method& method = findMethod("sqpfnet");
    for (const auto background : {Background::Prototype, Background::Threshold}) {
        auto o = options(background, 1);
        o.queryPrototype = false;
        const auto learned = method.learn(untrained(), {{twoColumns(), leftHalf()}}, o);
        const auto result = method.segment(untrained(), learned, twoColumns(), 8, o);
        const double high = background == Background::Prototype ? 1.0 : 0.993307;
        CHECK_NEAR(result.coarse[0][0][0].item<double>(), high, 1e-5);
        CHECK_NEAR(result.coarse[0][7][7].item<double>(), 1 - high, 1e-5);
        CHECK_NEAR(result.hardThreshold.item<double>(), (high + 0.5) / 2, 1e-5);
        CHECK(torch::equal(result.coarse, result.refined));
        CHECK_NEAR(result.cosine[0][0][0].item<double>(), 1.0, 1e-5);
    }
}

// By hand, t = -10. The support's cells are (1,0) inside and (0,1) outside. A pixel like (c,s) has f = 20 c and b = max(10, 20 s).
TEST(cells_of_the_background_outbid_the_threshold) {
    const Method& method = findMethod("sqpfnet");
    auto o = options(Background::Cells, 1);
    o.alpha = 1;
    const auto learned = method.learn(untrained(), {{twoColumns(), leftHalf()}}, o);
    const Features query{{torch::tensor({1.F, 0.8F, 0.6F, 0.F, 0.F, 0.6F, 0.8F, 1.F}).view({1, 2, 2, 2})}, {}};
    const auto score = method.segment(untrained(), learned, query, 2, o).refined[0];
    CHECK_NEAR(score[0][0].item<double>(), 0.993307, 1e-5);  // sigmoid(0.5 (20 - 10))
    CHECK_NEAR(score[0][1].item<double>(), 0.880797, 1e-5);  // sigmoid(0.5 (16 - 12))
    CHECK_NEAR(score[1][0].item<double>(), 0.119203, 1e-5);  // sigmoid(0.5 (12 - 16)); 0.731059 by the threshold alone
    CHECK_NEAR(score[1][1].item<double>(), 0.000045, 1e-5);  // sigmoid(0.5 (0 - 20))
}

// The mean of two looks is like neither: cos 0.7071 with both, hence f = 14.14 without cells and 20 with them.
TEST(cells_of_the_object_find_its_parts) {
    const Method& method = findMethod("sqpfnet");
    auto o = options(Background::Cells, 1);
    o.alpha = 1;
    o.threshold = -18;
    const Shot whole{twoColumns(), torch::ones({8, 8})};
    const auto score = method.segment(untrained(), method.learn(untrained(), {whole}, o), twoColumns(), 2, o).refined;
    CHECK(absoluteError(score, torch::full({1, 2, 2}, 0.731059F)) < 1e-5);  // sigmoid(0.5 (20 - 18))
}

TEST(without_whole_cells_the_threshold_decides) {
    torch::manual_seed(7);
    const Method& method = findMethod("sqpfnet");
    const Features features{{torch::rand({1, 8, 2, 2})}, {}};
    auto mask = torch::zeros({8, 8});
    mask.slice(0, 2, 6).fill_(1);  // half of each cell
    const auto segmented = [&](Background background) {
        const auto o = options(background, 1);
        return method.segment(untrained(), method.learn(untrained(), {{features, mask}}, o), features, 8, o).refined;
    };
    CHECK(absoluteError(segmented(Background::Cells), segmented(Background::Threshold)) < 1e-6);
}

TEST(many_supports_keep_a_bounded_number_of_cells) {
    torch::manual_seed(8);
    auto mask = torch::zeros({64, 64});
    mask.slice(0, 0, 32).fill_(1);
    std::vector<Shot> shots;
    for (int i = 0; i < 40; ++i) shots.push_back({{{torch::rand({1, 4, 8, 8})}, {}}, mask, 1.0 + i % 2});
    const auto learned = findMethod("sqpfnet").learn(untrained(), shots, options(Background::Cells, 1));
    for (const auto& part : learned.other) CHECK_EQ(part.size(0), 1024);  // of 40 * 32
    // Evenly: as many of the shots of weight 2.
    CHECK_EQ((learned.other[3] > 0).sum().item<std::int64_t>(), 512);
}

TEST(alpha_one_is_the_coarse_mask_and_smaller_alpha_is_not) {
    torch::manual_seed(5);
    const Features features{{torch::rand({2, 8, 8, 8})}, {}};
    const Method& method = findMethod("sqpfnet");
    auto o = options(Background::Threshold, 1);
    const auto learned = method.learn(untrained(), {{features.at(0), leftHalf()}}, o);
    CHECK(!torch::equal(method.segment(untrained(), learned, features, 8, o).refined,
                        method.segment(untrained(), learned, features, 8, o).coarse));
    o.alpha = 1;
    const auto result = method.segment(untrained(), learned, features, 8, o);
    CHECK(torch::equal(result.refined, result.coarse));
}

TEST(a_fixed_threshold_replaces_the_learned_one) {
    auto o = options(Background::Threshold, 1);
    o.queryPrototype = false;
    o.threshold = -20;  // 1 - sigmoid(0.5 (-20 cos + 20)): 0.5 where cos is 1
    const Method& method = findMethod("sqpfnet");
    const auto learned = method.learn(untrained(), {{twoColumns(), leftHalf()}}, o);
    CHECK_NEAR(method.segment(untrained(), learned, twoColumns(), 8, o).refined[0][0][0].item<double>(), 0.5, 1e-5);
}

TEST(losses_reach_every_parameter) {
    torch::manual_seed(6);
    Network network("resnet18", 8, 1);
    network->train();
    const auto episode = squareEpisode();
    for (const auto background : engine::kBackgrounds)
        for (const bool queryPrototype : {false, true}) {
            auto o = options(background, 2);
            o.queryPrototype = queryPrototype;
            network->zero_grad();
            const auto losses = findMethod("sqpfnet").losses(network, episode, o);
            const double extra = background == Background::Prototype ? 0 : network->threshold.item<double>() / 20;
            CHECK_NEAR(losses.total.item<double>(), (losses.query + losses.alignment).item<double>() + extra, 1e-5);
            losses.total.backward();
            CHECK(network->named_parameters()["conv1.weight"].grad().abs().sum().item<double>() > 0);
            CHECK(network->named_parameters()["localconv.weight"].grad().abs().sum().item<double>() > 0);
            if (background != Background::Prototype) CHECK(network->threshold.grad().abs().item<double>() > 0);
        }
}

TEST(an_empty_support_gives_a_prototype_of_zeros_and_finite_losses) {
    const auto& method = findMethod("sqpfnet");
    const Shot empty{twoColumns(), torch::zeros({8, 8})};
    for (const auto background : engine::kBackgrounds)
        CHECK(torch::equal(method.learn(untrained(), {empty}, options(background, 3)).foreground, torch::zeros(2)));

    Network network("resnet18", 8, 1);
    network->train();
    const auto noise = torch::rand({1, 3, 64, 64});
    const auto losses = method.losses(network, {noise, torch::zeros({64, 64}), noise.flip(3), torch::ones({64, 64})},
                                      options(Background::Threshold, 1));
    CHECK(torch::isfinite(losses.total).item<bool>());
    losses.total.backward();
    for (const auto& parameter : network->parameters())
        CHECK(!parameter.grad().defined() || torch::isfinite(parameter.grad()).all().item<bool>());
}

TEST(unknown_methods_are_refused_by_name) {
    const auto text = CHECK_ERROR("model.method", findMethod("unet"));
    CHECK(text.find("sqpfnet") != std::string::npos && text.find("adnet") != std::string::npos);
}
