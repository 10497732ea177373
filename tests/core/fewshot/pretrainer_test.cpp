#include "core/fewshot/pretrainer.h"

#include <cmath>
#include <fstream>
#include <iterator>

#include "core/fewshot/adam_w.h"
#include "core/fewshot/pair_loss.h"
#include "core/fewshot/pretraining.h"
#include "tests/core/fewshot/fake_context.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

namespace {

struct OneThread {
    int before = torch::get_num_threads();
    OneThread() { torch::set_num_threads(1); }
    ~OneThread() { torch::set_num_threads(before); }
};

engine::PretrainRequest request() {
    engine::PretrainRequest request;
    request.iterations = 3;
    request.seed = 5;
    request.checkpointSeconds = 1e-6;  // after every iteration
    request.provenance = "{\"by\":\"test\"}";
    return request;
}

/// n objects that cover vertical stripes of both images, one behind the other.
PairSample stripes(int n) {
    PairSample sample;
    sample.both = n;
    sample.masks = torch::zeros({n, 2, 128, 128});
    for (int k = 0; k < n; ++k) sample.masks.select(0, k).slice(2, k * 128 / n, (k + 1) * 128 / n).fill_(1);
    return sample;
}

}  // namespace

// Expected: torch::optim::AdamW and torch::nn::utils::clip_grad_norm_, independent implementations of the same rules.
TEST(adam_w_steps_as_torch_steps) {
    torch::manual_seed(1);
    torch::nn::Linear ours(5, 3), theirs(5, 3);
    copyWeights(namedWeights(*ours), namedWeights(*theirs));
    AdamW adam(*ours);
    using Options = torch::optim::AdamWOptions;
    std::vector<torch::optim::OptimizerParamGroup> groups;
    groups.emplace_back(std::vector<torch::Tensor>{theirs->weight},
                        std::make_unique<Options>(Options(0.1).weight_decay(0.02)));
    groups.emplace_back(std::vector<torch::Tensor>{theirs->bias},
                        std::make_unique<Options>(Options(0.1).weight_decay(0)));
    torch::optim::AdamW reference(groups, Options(0.1));
    for (int step = 1; step <= 4; ++step) {
        const auto input = torch::randn({7, 5});
        ours->forward(input).square().sum().backward();
        reference.zero_grad();
        theirs->forward(input).square().sum().backward();
        torch::nn::utils::clip_grad_norm_(theirs->parameters(), 1.0);
        adam.step(0.1, step);
        reference.step();
        CHECK(torch::allclose(ours->weight, theirs->weight, 1e-5, 1e-6));
        CHECK(torch::allclose(ours->bias, theirs->bias, 1e-5, 1e-6));
    }
    CHECK_EQ(adam.state().size(), 4U);
}

// One object everywhere, all features equal: cos = 1, probability p = sigmoid(0.5 (20 - 10)) everywhere, so NLL = -log p,
// Dice = (2 N p + 1) / (N p + N + 1) with N = 128 x 128; nothing to tell apart.
TEST(the_loss_of_a_perfect_match_is_what_the_threshold_leaves) {
    const double p = 1 / (1 + std::exp(-5.0)), n = 128 * 128;
    const double expected = -std::log(p) + 1 - (2 * n * p + 1) / (n * p + n + 1);
    const auto features = torch::ones({2, 4, 32, 32});
    CHECK_NEAR(pairLoss(features, stripes(1), torch::tensor(-10.f)).item<double>(), expected, 1e-5);
}

// Two objects with equal features cannot be told apart: their cross entropy is log 2. With orthogonal ones it is log(1 + exp(-20)).
TEST(objects_are_told_apart_by_their_features) {
    const auto t = torch::tensor(-10.f);
    const auto same = torch::ones({2, 2, 32, 32});
    auto orthogonal = torch::zeros({2, 2, 32, 32});
    orthogonal.select(1, 0).slice(2, 0, 16).fill_(1);
    orthogonal.select(1, 1).slice(2, 16, 32).fill_(3);
    const double p = 1 / (1 + std::exp(-5.0)), n = 128 * 128;
    // Each covers half, and is found everywhere.
    const double mask = (-std::log(p) - std::log(1 - p)) / 2 + 1 - (n * p + 1) / (n * p + n / 2 + 1);
    CHECK_NEAR(pairLoss(same, stripes(2), t).item<double>(), mask + std::log(2.0), 1e-4);
    // What is left lies at the border, where the probability is interpolated over a cell.
    CHECK(pairLoss(orthogonal, stripes(2), t).item<double>() < 0.1);
}

TEST(what_the_other_image_lacks_must_not_be_found_there) {
    const auto t = torch::tensor(-10.f);
    PairSample sample = stripes(1);
    const auto features = torch::ones({2, 4, 32, 32});
    const double without = pairLoss(features, sample, t).item<double>();
    sample.masks = torch::cat({sample.masks, sample.masks});
    sample.masks[1][1].zero_();
    // Found everywhere with probability p: 0.2 * -log(1 - p), in one of the two directions.
    const double p = 1 / (1 + std::exp(-5.0));
    CHECK_NEAR(pairLoss(features, sample, t).item<double>() - without, -0.2 * std::log(1 - p) / 2, 1e-4);
    CHECK(!pairLoss(features, PairSample{{}, {}, 0}, t).defined());
}

TEST(masks_of_a_sample_are_the_parts_covered) {
    const auto pair = synthesis::synthesise(1, 0);
    const auto sample = sampleOf(pair);
    CHECK_EQ(sample.both, static_cast<std::int64_t>(pair.objects.size()));
    for (int side = 0; side < 2; ++side) {
        const auto& pixels = pair.labels[side].pixels;
        const auto area = std::count(pixels.begin(), pixels.end(), pair.objects[0]);
        CHECK_NEAR(sample.masks[0][side].sum().item<double>() * 4, static_cast<double>(area), 1e-3);
        CHECK_EQ(sample.images[side][0][100][7].item<float>(), pair.images[side].at(7, 100));
    }
}

TEST(pretraining_resumed_gives_the_file_of_one_never_stopped) {
    const OneThread oneThread;
    fewshot::test::FakeContext whole;
    const auto result = pretrain(request(), whole, torch::kCPU);
    CHECK_EQ(result.iterations, 3);
    CHECK(std::isfinite(result.loss) && result.loss > 0);
    CHECK_EQ(whole.partials.size(), 3U);
    CHECK_EQ(whole.sent.back(), result.model);

    auto second = request();
    second.checkpoint = whole.partials[1].at("checkpoint").get<std::string>();  // after two iterations
    fewshot::test::FakeContext rest;
    rest.content = whole.content;
    CHECK_EQ(pretrain(second, rest, torch::kCPU).model, result.model);
    CHECK_EQ(rest.partials.size(), 1U);

    const Model model = decodeModel(whole.content.at(result.model));
    CHECK_EQ(model.spec.encoder, "resnet18");
    CHECK_EQ(model.spec.stride, 8);
    CHECK_EQ(model.iterations, 3);
    CHECK_EQ(model.provenance, "{\"by\":\"test\"}");
    CHECK(model.spec.options.background == engine::Background::Cells);
    // t begins at -10 and has hardly moved; the margin is 0.5.
    CHECK_NEAR(model.network->threshold.item<float>(), -10.5, 0.05);
    // 11.3 million weights of 16 bits.
    CHECK(whole.content.at(result.model).size() < 25'000'000);

    auto other = second;
    other.seed = 6;
    CHECK_ERROR("checkpoint.other", pretrain(other, rest, torch::kCPU));
}

TEST(weights_in_16_bits_are_rounded_once) {
    Model model;
    model.network = Network("resnet18", 8, 2);
    const Model loaded = decodeModel(encode(model, Storage::Half));
    const auto before = model.network->named_parameters()["layer3.0.conv1.weight"].detach();
    const auto after = loaded.network->named_parameters()["layer3.0.conv1.weight"].detach();
    CHECK(after.scalar_type() == torch::kFloat);
    CHECK(torch::equal(after, before.to(torch::kHalf).to(torch::kFloat)));
    model.network->threshold.detach().fill_(1e6);
    CHECK_ERROR("model.range", encode(model, Storage::Half));
}

TEST(the_model_that_comes_with_the_program_loads) {
    std::ifstream in(PROTOLABEL_MODELS "/resnet18.safetensors", std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(in), {}};
    const Model model = decodeModel(bytes);
    CHECK_EQ(model.spec.encoder, "resnet18");
    CHECK_EQ(model.spec.stride, 8);
    CHECK_EQ(model.network->named_parameters()["conv1.weight"].sizes(), (torch::IntArrayRef{64, 3, 7, 7}));
}
