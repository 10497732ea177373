#include "core/fewshot/evaluation.h"

#include "core/fewshot/scoring.h"
#include "tests/core/fewshot/fake_context.h"
#include "tests/core/fewshot/synthetic_volumes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using protolabel::fewshot::test::FakeContext;

namespace {

constexpr int kSlices = 7, kSize = 64;

/// Five volumes with a ball each; label 1 is the ball. Volumes 0..2 are tested, 3 and 4 trained on.
engine::EvaluateRequest request(FakeContext& context) {
    engine::EvaluateRequest request;
    for (int i = 0; i < 5; ++i) {
        const protolabel::test::Ball ball{3, 28.0 + 2 * i, 36.0 - i, 13.0 + i};
        request.volumes.push_back({"v" + std::to_string(i),
                                   context.put(encode(protolabel::test::ballImage(kSlices, kSize, ball))),
                                   context.put(encode(protolabel::test::ballLabels(kSlices, kSize, ball, 1, 0))),
                                   context.put(encode(protolabel::test::ballLabels(kSlices, kSize, ball, 1, 2)))});
    }
    request.classes = {1};
    request.testVolumes = {0, 1, 2};
    request.supportIndex = 1;
    request.train.iterations = 3;
    request.train.seed = 1;
    return request;
}

/// A model whose features say nothing of the image: 1 in channel 0 where `labels` hold 1, else 1 in channel 1.
Features oracle(const SliceStack<std::int32_t>& labels) {
    auto features = torch::zeros({labels.slices, 2, labels.height, labels.width});
    for (int z = 0; z < labels.slices; ++z)
        for (int y = 0; y < labels.height; ++y)
            for (int x = 0; x < labels.width; ++x)
                features[z][labels.slice(z)[y * labels.width + x] == 1 ? 0 : 1][y][x] = 1;
    return {{features}, {}};
}

Model adnet() {
    Model model;
    model.spec.method = "adnet";
    model.network = Network("resnet18", 8, 0);
    return model;
}

SliceStack<std::int32_t> stack(int slices, int size) {
    SliceStack<std::int32_t> labels{slices, size, size, 1, 1, {}};
    labels.voxels.assign(static_cast<std::size_t>(slices) * size * size, 0);
    return labels;
}

}  // namespace

TEST(perfect_features_score_100) {
    auto labels = stack(6, 8);
    for (const int z : {1, 2, 3, 4})
        for (int x = 2; x < 6; ++x) labels.slice(z)[3 * 8 + x] = labels.slice(z)[4 * 8 + x] = 1;
    const ScoredVolume volume{"v", labels, oracle(labels)};
    engine::MethodOptions options;
    options.threshold = -10;
    const auto score = scoreVolume(adnet(), volume, volume, {1, 3, options});
    CHECK_NEAR(score.papers.dice, 100, 1e-6);
    CHECK_NEAR(score.whole.dice, 100, 1e-6);
    CHECK_EQ(*score.whole.hd95, 0.0);
}

TEST(false_alarms_outside_the_extent_count_for_the_whole_volume_only) {
    auto support = stack(6, 8), truth = stack(6, 8), seen = stack(6, 8);
    for (const int z : {1, 2, 3, 4})
        for (int x = 2; x < 6; ++x) support.slice(z)[3 * 8 + x] = 1;
    // The query holds 4 pixels on slices 2 and 3; its features look like the object on 2 of them, and on 4 pixels of slice 5.
    for (const int z : {2, 3})
        for (int x = 0; x < 4; ++x) {
            truth.slice(z)[x] = 1;
            if (x < 2) seen.slice(z)[x] = 1;
        }
    for (int x = 0; x < 4; ++x) seen.slice(5)[x] = 1;
    engine::MethodOptions options;
    options.threshold = -10;
    const auto score =
        scoreVolume(adnet(), {"s", support, oracle(support)}, {"q", truth, oracle(seen)}, {1, 3, options});
    CHECK_NEAR(score.papers.dice, 100 * 2.0 * 4 / (8 + 4), 1e-6);
    CHECK_NEAR(score.whole.dice, 100 * 2.0 * 4 / (8 + 8), 1e-6);
    CHECK_NEAR(score.whole.jaccard, 100 * 4.0 / 12, 1e-6);
    // Pixels of 1 mm, slices 1 mm apart. Nothing is predicted beyond the object by the papers' protocol: 2 of its pixels in a row are 1 and 2 mm
    // away from the nearest predicted one. On the whole volume slice 5 is 2 mm from slice 3 as well.
    CHECK_NEAR(*score.papers.averageDistance, 2 * (1 + 2) / 12.0, 1e-6);
    CHECK_NEAR(*score.whole.averageDistance, (2 * (1 + 2) + 4 * 2) / 16.0, 1e-6);
    CHECK_NEAR(score.whole.trueVolume, 0.008, 1e-9);
    CHECK_NEAR(score.papers.predictedVolume, 0.004, 1e-9);
}

TEST(a_support_without_the_label_is_refused) {
    const auto empty = stack(3, 8);
    auto labels = stack(3, 8);
    labels.voxels[70] = 1;
    CHECK_ERROR("evaluate.support",
                scoreVolume(adnet(), {"s", empty, oracle(empty)}, {"q", labels, oracle(labels)}, {}));
}

TEST(every_snapshot_and_variant_is_scored_on_the_query_volumes) {
    FakeContext context;
    auto evaluated = request(context);
    evaluated.snapshots = {2, 50};
    evaluated.variants.resize(2);
    evaluated.variants[1].queryPrototype = false;
    const auto result = evaluate(evaluated, context, torch::kCPU);
    CHECK_EQ(result.entries.size(), 4u);
    CHECK_EQ(result.entries[0].iteration, 2);
    CHECK_EQ(result.entries[3].iteration, 3);
    CHECK(!result.entries[3].options.queryPrototype);
    for (const auto& entry : result.entries)
        for (const auto* scores : {&entry.papers, &entry.whole}) {
            CHECK_EQ(scores->byLabel.size(), 1u);
            CHECK_EQ(scores->byLabel.at(1).size(), 2u);  // v1 is the support
            for (const char* name : {"v0", "v2"}) {
                const double dice = scores->byLabel.at(1).at(name).dice;
                CHECK(dice >= 0 && dice <= 100);
            }
        }
    CHECK_EQ(context.stages["train"].done, 3);
    CHECK_EQ(context.stages["evaluate"].done, context.stages["evaluate"].total);
    CHECK(context.sent == std::vector<std::string>{result.model});

    // The model it trained, evaluated as it is, gives the same figures.
    auto again = evaluated;
    again.model = result.model;
    const auto same = evaluate(again, context, torch::kCPU);
    CHECK_EQ(same.entries.size(), 2u);
    CHECK_NEAR(same.entries[0].papers.byLabel.at(1).at("v0").dice, result.entries[2].papers.byLabel.at(1).at("v0").dice,
               1e-3);
}

TEST(setting_2_leaves_slices_of_the_excluded_classes_out) {
    FakeContext context;
    auto evaluated = request(context);
    evaluated.setting = 2;
    evaluated.excludedClasses = {1};  // on every slice of the training volumes: nothing is left
    CHECK_ERROR("train.no_episodes", evaluate(evaluated, context, torch::kCPU));
    evaluated.excludedClasses = {7};
    CHECK_EQ(evaluate(evaluated, context, torch::kCPU).entries.size(), 1u);
}

// w64 of the method's page: 0.9 in Setting 1, 0.6 in Setting 2.
TEST(qnet_weighs_its_scales_by_setting) {
    FakeContext context;
    auto evaluated = request(context);
    evaluated.train.spec.method = "qnet";
    evaluated.train.iterations = 1;
    evaluated.excludedClasses = {7};
    for (const auto& [setting, weight] : {std::pair(1, 0.9), std::pair(2, 0.6)}) {
        evaluated.setting = setting;
        const auto result = evaluate(evaluated, context, torch::kCPU);
        CHECK_EQ(*result.entries.at(0).options.fineWeight, weight);
        CHECK_EQ(*decodeModel(*context.get(result.model)).spec.options.fineWeight, weight);
    }
}

TEST(requests_that_do_not_fit_together_are_refused) {
    FakeContext context;
    const auto good = request(context);
    auto bad = good;
    bad.testVolumes = {0};
    CHECK_ERROR("evaluate.request", evaluate(bad, context, torch::kCPU));
    bad = good;
    bad.testVolumes = {0, 9};
    CHECK_ERROR("evaluate.request", evaluate(bad, context, torch::kCPU));
    bad = good;
    bad.supportIndex = 3;
    CHECK_ERROR("evaluate.request", evaluate(bad, context, torch::kCPU));
    bad = good;
    bad.classes.clear();
    CHECK_ERROR("evaluate.request", evaluate(bad, context, torch::kCPU));
}
