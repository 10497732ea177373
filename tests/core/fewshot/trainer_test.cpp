#include "core/fewshot/trainer.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "core/fewshot/checkpoint.h"
#include "core/fewshot/sgd.h"
#include "tests/core/fewshot/synthetic_volumes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

namespace {

std::vector<TrainingVolume> volumes() {
    const protolabel::test::Ball first{2.5, 30, 34, 18}, second{2.5, 26, 30, 14};
    return {
        {"first", protolabel::test::ballImage(6, 64, first), protolabel::test::ballLabels(6, 64, first, 1, 2), {}},
        {"second", protolabel::test::ballImage(6, 64, second), protolabel::test::ballLabels(6, 64, second, 1, 0), {}}};
}

engine::TrainRequest request() {
    engine::TrainRequest request;
    request.seed = 3;
    request.volumes = {{"first", "hash-a", "hash-b", {}}, {"second", "hash-c", "hash-d", {}}};
    request.provenance = "{\"by\":\"test\"}";
    return request;
}

Trainer trainer(const engine::TrainRequest& given = request()) {
    return Trainer(given, volumes(), torch::kCPU, nullptr);
}

void train(Trainer& trainer, std::int64_t iterations) {
    JobControl control;
    trainer.run(iterations, control, {});
}

/// Bit-exact results are promised for one thread.
struct OneThread {
    int before = torch::get_num_threads();
    OneThread() { torch::set_num_threads(1); }
    ~OneThread() { torch::set_num_threads(before); }
};

}  // namespace

// Expected: torch::optim::SGD, an independent implementation of the same rule.
TEST(sgd_steps_as_torch_steps) {
    torch::manual_seed(1);
    torch::nn::Linear ours(5, 3), theirs(5, 3);
    copyWeights(namedWeights(*ours), namedWeights(*theirs));
    Sgd sgd(*ours);
    torch::optim::SGD reference(theirs->parameters(), torch::optim::SGDOptions(0.1).momentum(0.9).weight_decay(5e-4));
    for (int step = 0; step < 4; ++step) {
        const auto input = torch::randn({7, 5});
        ours->forward(input).square().sum().backward();
        reference.zero_grad();
        theirs->forward(input).square().sum().backward();
        sgd.step(0.1);
        reference.step();
    }
    CHECK(torch::allclose(ours->weight, theirs->weight, 1e-6, 1e-7));
    CHECK(torch::allclose(ours->bias, theirs->bias, 1e-6, 1e-7));
}

TEST(the_learning_rate_falls_every_thousand_iterations) {
    CHECK_NEAR(Sgd::learningRate(0), 1e-3, 1e-12);
    CHECK_NEAR(Sgd::learningRate(999), 1e-3, 1e-12);
    CHECK_NEAR(Sgd::learningRate(1000), 0.98e-3, 1e-12);
    CHECK_NEAR(Sgd::learningRate(29999), 1e-3 * std::pow(0.98, 29), 1e-12);
}

TEST(a_resumed_training_equals_one_never_stopped) {
    const OneThread oneThread;
    Trainer whole = trainer();
    train(whole, 6);

    Trainer begun = trainer();
    train(begun, 3);
    const Bytes saved = begun.checkpoint();
    auto resumedRequest = request();
    Trainer resumed = trainer(resumedRequest);
    train(resumed, 1);  // whatever happened before restore() is forgotten
    resumed.restore(saved);
    CHECK_EQ(resumed.iteration(), 3);
    train(resumed, 6);

    const auto expected = namedWeights(*whole.model().network), got = namedWeights(*resumed.model().network);
    CHECK(expected.size() > 60);
    for (const auto& [name, tensor] : expected)
        if (!torch::equal(tensor, got.at(name))) protolabel::test::fail(__FILE__, __LINE__, name + " differs");
    CHECK_EQ(whole.recentLoss(), resumed.recentLoss());
    CHECK(whole.model().losses == resumed.model().losses);
    CHECK(whole.checkpoint() == resumed.checkpoint());
}

TEST(training_lowers_the_loss_and_tells_of_every_iteration) {
    struct Watcher : JobControl {
        std::vector<Progress> seen;
        int yields = 0;
        void progress(const Progress& progress) override { seen.push_back(progress); }
        void yield() override { ++yields; }
    } control;
    Trainer learner = trainer();
    std::vector<double> losses;
    learner.run(40, control, [&](std::int64_t iteration, double loss) {
        CHECK_EQ(iteration, static_cast<std::int64_t>(losses.size()) + 1);
        losses.push_back(loss);
    });
    CHECK_EQ(losses.size(), 40u);
    double first = 0, last = 0;
    for (int i = 0; i < 8; ++i) {
        first += losses[i];
        last += losses[32 + i];
    }
    CHECK(last < first);
    CHECK_EQ(control.yields, 40);
    CHECK_EQ(control.seen.back().stage, "train");
    CHECK_EQ(control.seen.back().done, 40);
    CHECK_EQ(control.seen.back().total, 40);
    CHECK_NEAR(control.seen.back().metrics.at("loss"), learner.recentLoss(), 1e-9);
    const auto model = learner.model();
    CHECK_EQ(model.iterations, 40);
    CHECK_EQ(model.losses.size(), 1U);
    CHECK_NEAR(model.losses.at(0), std::accumulate(losses.begin(), losses.end(), 0.0) / 40, 1e-6);
    CHECK_EQ(model.provenance, "{\"by\":\"test\"}");
}

TEST(measured_iterations_count) {
    Trainer learner = trainer();
    JobControl control;
    CHECK(learner.measureRate(control) > 0);
    CHECK_EQ(learner.iteration(), 4);
}

TEST(a_stopped_training_can_go_on) {
    struct Stopper : JobControl {
        int left = 2;
        bool cancelled() const override { return left <= 0; }
        void yield() override { --left; }
    } control;
    Trainer learner = trainer();
    CHECK_ERROR("cancelled", learner.run(5, control, {}));
    CHECK_EQ(learner.iteration(), 2);
    train(learner, 3);
    CHECK_EQ(learner.iteration(), 3);
}

TEST(a_loss_that_is_no_number_ends_training_with_the_weights_kept) {
    auto broken = volumes();
    for (auto& volume : broken)
        for (auto& voxel : volume.image.voxels) voxel = toHalf(std::numeric_limits<float>::quiet_NaN());
    Trainer learner(request(), broken, torch::kCPU, nullptr);
    const auto before = learner.model().network->named_parameters()["conv1.weight"].clone();
    JobControl control;
    CHECK_ERROR("train.diverged", learner.run(2, control, {}));
    CHECK_EQ(learner.iteration(), 0);
    CHECK(torch::equal(before, learner.model().network->named_parameters()["conv1.weight"]));
}

TEST(checkpoints_of_another_training_are_refused) {
    Trainer learner = trainer();
    const Bytes saved = learner.checkpoint();
    auto seed = request();
    seed.seed = 4;
    CHECK_ERROR("checkpoint.other", trainer(seed).restore(saved));
    auto data = request();
    data.volumes[1].supervoxels = "hash-e";
    CHECK_ERROR("checkpoint.other", trainer(data).restore(saved));
    auto excluded = request();
    excluded.volumes[0].excludedSlices = {1};
    CHECK_ERROR("checkpoint.other", trainer(excluded).restore(saved));
    auto longer = request();
    longer.iterations = 77;  // how long to train does not matter
    trainer(longer).restore(saved);

    Bytes cut(saved.begin(), saved.begin() + static_cast<std::ptrdiff_t>(saved.size() / 2));
    CHECK_ERROR("checkpoint.damaged", learner.restore(cut));
    CHECK_ERROR("checkpoint.damaged", learner.restore({}));
    CHECK_ERROR("checkpoint.damaged", learner.restore(encode(learner.model())));  // a model file is no checkpoint
}

TEST(an_initial_model_is_the_start) {
    Trainer first = trainer();
    train(first, 1);
    const Model start = first.model();
    auto other = request();
    other.seed = 99;
    Trainer second(other, volumes(), torch::kCPU, &start);
    for (const auto& [name, tensor] : namedWeights(*start.network))
        CHECK(torch::equal(tensor, namedWeights(*second.model().network).at(name)));
    train(second, 1);  // trains a copy
    CHECK(!torch::equal(start.network->named_parameters()["conv1.weight"],
                        second.model().network->named_parameters()["conv1.weight"]));
    other.spec.encoder = "resnet34";
    CHECK_ERROR("train.initial", Trainer(other, volumes(), torch::kCPU, &start));
}
