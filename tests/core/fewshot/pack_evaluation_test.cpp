#include "core/fewshot/pack_evaluation.h"

#include "core/fewshot/model_file.h"
#include "core/fewshot/torch_backend.h"
#include "tests/core/fewshot/synthetic_volumes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using protolabel::test::Ball;
using protolabel::test::ballImage;
using protolabel::test::ballLabels;

namespace {

/// Answers with Dice 10 x fold + label for every volume, and notes what was asked.
class CountingBackend : public engine::Backend {
public:
    engine::Hello hello() override { return {}; }
    engine::TrainResult train(const engine::TrainRequest&, engine::JobContext&) override { return {}; }
    engine::TrainResult pretrain(const engine::PretrainRequest&, engine::JobContext&) override { return {}; }
    engine::PredictResult predict(const engine::PredictRequest&, engine::JobContext&) override { return {}; }
    engine::SupervoxelResult supervoxels(const engine::SupervoxelRequest&, engine::JobContext&) override { return {}; }
    engine::TuneResult tune(const engine::TuneRequest&, engine::JobContext&) override { return {}; }
    engine::ImportResult importModel(const engine::ImportRequest&, engine::JobContext&) override { return {}; }
    engine::InspectResult inspect(const engine::InspectRequest&, engine::JobContext&) override { return {}; }
    engine::BenchResult bench(const engine::BenchRequest&, engine::JobContext&) override { return {}; }
    engine::StatusResult status(const engine::StatusRequest&, engine::JobContext&) override { return {}; }
    engine::EvaluateResult evaluate(const engine::EvaluateRequest& request, engine::JobContext& context) override {
        if (!trained.empty())  // an earlier fold's model is not kept
            CHECK_ERROR("engine.blob", context.blobs().get(trained));
        requests.push_back(request);
        engine::EvaluateResult result;
        Model model;
        model.network = Network("resnet18", 8, requests.size());
        result.model = trained = context.blobs().put(encode(model));
        result.secondsPerIteration = 0.5;
        result.entries.resize(1);
        for (const int label : request.classes)
            for (const int i : request.testVolumes) {
                const auto& name = request.volumes[static_cast<std::size_t>(i)].name;
                result.entries[0].papers.byLabel[label][name].dice = 10.0 * request.testVolumes.front() + label;
                result.entries[0].whole.byLabel[label][name].dice = label;
            }
        return result;
    }
    std::vector<engine::EvaluateRequest> requests;
    std::string trained;  ///< the last model's hash
};

std::vector<engine::PackedVolume> balls(int count) {
    std::vector<engine::PackedVolume> volumes;
    for (int i = 0; i < count; ++i) {
        const Ball ball{3, 32, 28.0 + i, 14};
        auto labels = ballLabels(6, 64, ball, 1, 0);
        labels.voxels.front() = 2;
        volumes.push_back({"v" + std::to_string(i), ballImage(6, 64, ball), labels, ballLabels(6, 64, ball, 1, 2)});
    }
    return volumes;
}

}  // namespace

// Ten volumes: folds start at volumes 0, 2, 4, 6, 8. Label 1: mean of 1, 21, 41, 61, 81; label 2 one more.
TEST(folds_are_run_and_averaged) {
    CountingBackend backend;
    JobControl control;
    PackEvaluationOptions options;
    options.train.device = "cpu";
    const auto scores = evaluatePack(balls(10), options, backend, control);
    CHECK_EQ(backend.requests.size(), 5u);
    CHECK_EQ(scores.folds.size(), 5u);
    CHECK_NEAR(scores.iterationsPerSecond, 2, 1e-9);
    CHECK(scores.slicesPerSecond > 0);
    double sum = 0;
    for (const auto& request : backend.requests) sum += 10.0 * request.testVolumes.front();
    CHECK_NEAR(scores.papers.labels.at(1).dice, sum / 5 + 1, 1e-9);
    CHECK_NEAR(scores.papers.labels.at(2).dice, sum / 5 + 2, 1e-9);
    CHECK_NEAR(scores.papers.mean, sum / 5 + 1.5, 1e-9);
    CHECK_NEAR(scores.whole.mean, 1.5, 1e-9);
}

TEST(setting_2_leaves_each_class_out_in_turn) {
    CountingBackend backend;
    JobControl control;
    PackEvaluationOptions options;
    options.fold = 0;
    options.setting = 2;
    options.train.device = "cpu";
    evaluatePack(balls(5), options, backend, control);
    CHECK_EQ(backend.requests.size(), 2u);
    CHECK(backend.requests[0].excludedClasses == std::vector<int>{1});
    CHECK(backend.requests[1].classes == std::vector<int>{2});
}

TEST(a_pack_is_trained_and_scored) {
    const auto backend = makeTorchBackend({});
    JobControl control;
    PackEvaluationOptions options;
    options.fold = 0;
    options.classes = {1};
    options.train.iterations = 2;
    options.train.device = "cpu";
    const auto scores = evaluatePack(balls(5), options, *backend, control);
    CHECK(scores.papers.labels.at(1).dice > 0 && scores.papers.labels.at(1).dice <= 100);
    CHECK(scores.iterationsPerSecond > 0);
}

TEST(a_pack_without_labels_is_refused) {
    auto volumes = balls(5);
    for (auto& volume : volumes) std::fill(volume.labels.voxels.begin(), volume.labels.voxels.end(), 0);
    CountingBackend backend;
    JobControl control;
    CHECK_ERROR("pack.labels", evaluatePack(volumes, {}, backend, control));
}

TEST(labels_that_no_volume_of_a_pack_has_are_refused_before_training) {
    CountingBackend backend;
    JobControl control;
    PackEvaluationOptions options;
    options.classes = {77};
    CHECK(CHECK_ERROR("evaluate.classes", evaluatePack(balls(5), options, backend, control)) ==
          "no volume has label 77; there are 1, 2");
    CHECK(backend.requests.empty());
}
