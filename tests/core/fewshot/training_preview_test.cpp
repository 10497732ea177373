#include "core/fewshot/training_preview.h"

#include "core/fewshot/checkpoint.h"
#include "core/fewshot/torch_backend.h"
#include "core/labels/run_length.h"
#include "tests/core/fewshot/fake_context.h"
#include "tests/core/fewshot/synthetic_volumes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using protolabel::fewshot::test::FakeContext;
using protolabel::test::ballImage;
using protolabel::test::ballLabels;

namespace {

constexpr int kSize = 64;
const protolabel::test::Ball kBall{2, 32, 28, 18};

struct Learner {
    FakeContext context;
    std::unique_ptr<engine::Backend> backend = [] {
        TorchBackendOptions options;
        options.threads = 1;
        options.precision = Precision::Float;
        return makeTorchBackend(options);
    }();
    engine::TrainRequest request;

    Learner() {
        const auto image = context.put(encode(ballImage(5, kSize, kBall)));
        request.volumes = {{"ball", image, context.put(encode(ballLabels(5, kSize, kBall, 1, 2))), {}}};
        request.iterations = 5;
        request.device = "cpu";  // a GPU's models differ in the last bits
        request.checkpointSeconds = 0;
        labels::Mask mask(kSize, kSize);
        for (int y = 0; y < kSize; ++y)
            for (int x = 0; x < kSize; ++x) mask.at(x, y) = kBall.holds(2, y, x) ? 1 : 0;
        request.preview =
            engine::TrainPreview{2, {{image, 2, 1, labels::encodeRuns(mask), 1}}, {{image, 3, {{1, {0}}}}}};
    }
};

}  // namespace

// The last preview is what the finished model predicts; looking changes nothing of what is learned.
TEST(previews_show_the_model_as_it_is_and_do_not_touch_it) {
    Learner looked, plain;
    const auto result = looked.backend->train(looked.request, looked.context);
    std::vector<std::int64_t> iterations;
    std::vector<engine::SlicePrediction> last;
    for (const auto& body : looked.context.partials) {
        iterations.push_back(body.at("iteration"));
        last.clear();
        for (const auto& one : body.at("preview")) engine::fromJson(one, last.emplace_back());
    }
    CHECK(iterations == (std::vector<std::int64_t>{0, 2, 4, 5}));

    engine::PredictRequest predict;
    predict.model = result.model;
    predict.device = "cpu";
    predict.supports = looked.request.preview->supports;
    predict.queries = looked.request.preview->queries;
    looked.context.partials.clear();
    looked.backend->predict(predict, looked.context);
    engine::SlicePrediction expected;
    engine::fromJson(looked.context.partials.at(0).at("predictions").at(0), expected);
    labels::ProbabilitySlice a, b;
    labels::decodeRuns(last.at(0).probability, a);
    labels::decodeRuns(expected.probability, b);
    for (std::size_t p = 0; p < a.pixels.size(); ++p) CHECK_NEAR(a.pixels[p], b.pixels[p], 2);
    CHECK_NEAR(last[0].confidence, expected.confidence, 0.01);

    plain.request.preview.reset();
    CHECK_EQ(plain.backend->train(plain.request, plain.context).model, result.model);
}

TEST(a_preview_that_cannot_be_made_is_told_before_training) {
    Learner learner;
    learner.request.preview->queries[0].slice = 9;
    CHECK_ERROR("predict.slice", learner.backend->train(learner.request, learner.context));
    learner.request.preview->queries[0].slice = 3;
    learner.request.preview->supports[0].mask = labels::encodeRuns(labels::Mask(32, 32, 1));
    CHECK_ERROR("predict.mask", learner.backend->train(learner.request, learner.context));
    learner.request.preview->supports[0].mask = labels::encodeRuns(labels::Mask(kSize, kSize));
    learner.backend->train(learner.request, learner.context);
    CHECK(learner.context.partials.at(0).at("preview").empty());  // nothing to learn the label from
}
