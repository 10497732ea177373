#include "core/fewshot/torch_backend.h"

#include <filesystem>
#include <limits>
#include <set>

#include "core/fewshot/devices.h"
#include "core/fewshot/method.h"
#include "core/fewshot/model_file.h"
#include "core/labels/run_length.h"
#include "tests/core/fewshot/fake_context.h"
#include "tests/core/fewshot/synthetic_volumes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;
using protolabel::test::Ball;
using protolabel::test::ballImage;
using protolabel::test::ballLabels;
using protolabel::test::TemporaryFolder;

namespace {

constexpr int kSlices = 9, kSize = 64;
const Ball kBall{4, 32, 28, 14};

struct Answers {
    std::vector<engine::SlicePrediction> predictions;
    engine::PredictResult result;
};

const Bytes& modelBytes() {
    static const Bytes bytes = [] {
        Model model;
        model.network = Network("resnet18", 8, 11);
        model.spec.options.queryPrototype = false;
        return encode(model);
    }();
    return bytes;
}

const std::string& modelHash() {
    static const std::string hash = sha256Hex(modelBytes());
    return hash;
}

/// A model, a volume with a ball, and the request to find the ball on slices 1..8 from slice 4.
class Job {
public:
    explicit Job(TorchBackendOptions options = {}) {
        options.threads = 1;
        backend = makeTorchBackend(options);
        request.model = modelHash();
        request.device = "cpu";
        context.content[modelHash()] = modelBytes();
        const auto image = context.put(encode(ballImage(kSlices, kSize, kBall)));
        request.supports = {{image, 4, 1, mask(4), 1}};
        for (int z = 1; z < kSlices; ++z) request.queries.push_back({image, z, {{1, {0}}}});
    }

    Answers predict() {
        context.partials.clear();
        Answers answers;
        answers.result = backend->predict(request, context);
        for (const auto& body : context.partials)
            for (const auto& one : body.at("predictions")) engine::fromJson(one, answers.predictions.emplace_back());
        return answers;
    }

    static Bytes mask(int z) {
        labels::Mask mask(kSize, kSize);
        for (int y = 0; y < kSize; ++y)
            for (int x = 0; x < kSize; ++x) mask.at(x, y) = kBall.holds(z, y, x) ? 1 : 0;
        return labels::encodeRuns(mask);
    }

    FakeContext context;
    std::unique_ptr<engine::Backend> backend;
    engine::PredictRequest request;
};

labels::ProbabilitySlice decoded(const engine::SlicePrediction& prediction) {
    labels::ProbabilitySlice slice;
    labels::decodeRuns(prediction.probability, slice);
    return slice;
}

bool sameAnswers(const Answers& a, const Answers& b) {
    if (a.predictions.size() != b.predictions.size()) return false;
    for (std::size_t i = 0; i < a.predictions.size(); ++i)
        if (engine::toJson(a.predictions[i]) != engine::toJson(b.predictions[i])) return false;
    return true;
}

}  // namespace

TEST(hello_describes_this_machine) {
    const auto hello = makeTorchBackend({})->hello();
    CHECK_EQ(hello.protocol, engine::kProtocolVersion);
    CHECK_EQ(hello.devices.at(0).id, "cpu");
    CHECK(hello.devices[0].totalBytes > hello.devices[0].freeBytes && hello.devices[0].freeBytes > 0);
    CHECK(hello.threads >= 1);
    TorchBackendOptions options;
    options.threads = 2;
    CHECK_EQ(makeTorchBackend(options)->hello().threads, 2);
}

// The answer must be what the method gives for features of an encoder that was neither folded nor cached.
TEST(predictions_equal_the_method_run_by_hand) {
    torch::NoGradGuard noGradient;
    TorchBackendOptions exact;
    exact.precision = Precision::Float;
    Job job(exact);
    const auto answers = job.predict();
    CHECK_EQ(answers.predictions.size(), 8U);
    CHECK_EQ(answers.result.encodedSlices + answers.result.cachedSlices, 9);  // the support is a query too
    CHECK_EQ(answers.result.device, "cpu");

    auto network = Network("resnet18", 8, 11);
    network->eval();
    const auto stack = ballImage(kSlices, kSize, kBall);
    auto pixels = torch::empty({kSlices, 1, kSize, kSize});
    for (std::size_t i = 0; i < stack.voxels.size(); ++i) pixels.data_ptr<float>()[i] = toFloat(stack.voxels[i]);
    const auto features = network->encode(pixels.expand({-1, 3, -1, -1}));
    auto mask = torch::zeros({kSize, kSize});
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) mask[y][x] = kBall.holds(4, y, x) ? 1.F : 0.F;
    engine::MethodOptions options;
    options.queryPrototype = false;
    const Method& method = findMethod("sqpfnet");
    const auto expected =
        method.segment(network, method.learn(network, {{features.at(4), mask}}, options), features, kSize, options)
            .refined;
    for (const auto& prediction : answers.predictions) {
        CHECK_EQ(prediction.label, 1);
        const auto slice = decoded(prediction);
        for (int y = 0; y < kSize; y += 7)
            for (int x = 0; x < kSize; x += 5)
                CHECK_NEAR(slice.at(x, y), 256 * expected[prediction.query + 1][y][x].item<double>() - 0.5, 2.0);
    }
}

TEST(every_query_is_answered_once_and_in_order) {
    Job job;
    job.request.queries[2].labels.clear();
    const auto answers = job.predict();
    std::vector<int> order;
    for (const auto& prediction : answers.predictions) order.push_back(prediction.query);
    CHECK(order == std::vector<int>({0, 1, 3, 4, 5, 6, 7}));
    CHECK(job.context.partials.size() > 1);
    CHECK(job.context.yields > 1);
    CHECK_EQ(job.context.stages.at("predict").done, 8);
}

TEST(equal_requests_give_equal_bytes_without_encoding_again) {
    Job job;
    const auto first = job.predict(), second = job.predict();
    CHECK(sameAnswers(first, second));
    CHECK(first.result.encodedSlices > 0);
    CHECK_EQ(second.result.encodedSlices, 0);
}

TEST(features_on_disk_serve_the_next_process) {
    const TemporaryFolder folder;
    TorchBackendOptions options;
    options.featureCacheFolder = folder.path();
    const auto first = Job(options).predict();
    const auto second = Job(options).predict();
    CHECK_EQ(second.result.encodedSlices, 0);
    CHECK(sameAnswers(first, second));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        std::filesystem::resize_file(entry.path(), 100);
    const auto third = Job(options).predict();
    CHECK_EQ(third.result.encodedSlices, first.result.encodedSlices);
    CHECK(sameAnswers(first, third));
}

TEST(labels_of_one_slice_do_not_overlap) {
    Job job;
    auto second = job.request.supports[0];
    second.slice = 5;
    second.label = 2;
    second.mask = Job::mask(5);
    job.request.supports.push_back(second);
    for (auto& query : job.request.queries) query.labels.push_back({2, {1}});
    const auto answers = job.predict();
    CHECK_EQ(answers.predictions.size(), 16U);
    int claimed = 0;
    for (std::size_t i = 0; i < 16; i += 2) {
        CHECK_EQ(answers.predictions[i].query, answers.predictions[i + 1].query);
        const auto a = decoded(answers.predictions[i]), b = decoded(answers.predictions[i + 1]);
        for (std::size_t p = 0; p < a.pixels.size(); ++p) {
            CHECK(a.pixels[p] < 128 || b.pixels[p] < 128);
            claimed += a.pixels[p] >= 128 || b.pixels[p] >= 128;
        }
    }
    CHECK(claimed > 0);
}

TEST(options_of_the_request_replace_those_of_the_model) {
    Job job;
    const auto trained = job.predict();
    job.request.options = engine::MethodOptions{};
    job.request.options->threshold = 20.0;  // everything is foreground
    const auto answers = job.predict();
    CHECK_EQ(answers.result.encodedSlices, 0);
    for (const auto value : decoded(answers.predictions[0]).pixels) CHECK(value >= 128);
    CHECK(!sameAnswers(trained, answers));
}

TEST(impossible_requests_say_what_is_wrong) {
    const auto refused = [](const char* code, auto change) {
        Job job;
        change(job);
        return CHECK_ERROR(code, job.predict());
    };
    refused("predict.slice", [](Job& j) { j.request.queries[1].slice = kSlices; });
    refused("predict.slice", [](Job& j) { j.request.supports[0].slice = -1; });
    refused("engine.blob", [](Job& j) { j.request.queries[0].image = "0123"; });
    refused("predict.supports", [](Job& j) { j.request.queries[0].labels[0].supports = {}; });
    refused("predict.supports", [](Job& j) { j.request.queries[0].labels[0].supports = {1}; });
    refused("predict.empty_support",
            [](Job& j) { j.request.supports[0].mask = labels::encodeRuns(labels::Mask(kSize, kSize)); });
    refused("predict.mask", [](Job& j) { j.request.supports[0].mask = labels::encodeRuns(labels::Mask(32, 32, 1)); });
    refused("runs.damaged", [](Job& j) { j.request.supports[0].mask.pop_back(); });
    refused("stack.damaged", [](Job& j) { j.context.content[j.request.queries[0].image].pop_back(); });
    refused("model.damaged", [](Job& j) { j.context.content[j.request.model].resize(1000); });
    refused("method.no_support", [](Job& j) { j.request.supports[0].weight = 0; });
    refused("method.options", [](Job& j) {
        j.request.options.emplace();
        j.request.options->alpha = 1.5;
    });
    refused("predict.nan", [](Job& j) {
        auto image = ballImage(kSlices, kSize, kBall);
        image.voxels[0] = toHalf(std::numeric_limits<float>::infinity());
        j.request.queries.push_back({j.context.put(encode(image)), 0, {{1, {0}}}});
    });
    refused("predict.image",
            [](Job& j) { j.request.queries[0].image = j.context.put(encode(ballImage(3, 20, kBall))); });
    const auto text = refused("device.unknown", [](Job& j) { j.request.device = "cuda:99"; });
    CHECK(text.find("one of: cpu") != std::string::npos);
}

TEST(cancelling_stops_between_batches) {
    Job job;
    job.context.cancelAfterPartials = 1;
    CHECK_ERROR("cancelled", job.predict());
    CHECK_EQ(job.context.partials.size(), 1U);
}

TEST(inspect_tells_what_a_model_is) {
    Job job;
    const auto result = job.backend->inspect({job.request.model}, job.context);
    CHECK_EQ(result.spec.encoder, "resnet18");
    CHECK_EQ(result.spec.options.queryPrototype, false);
}

TEST(supervoxels_are_sent_and_counted) {
    Job job;
    SliceStack<float> image{3, 40, 40, 1, 1, std::vector<float>(3 * 1600, 200.F)};
    image.voxels[0] = 0;
    const auto result = job.backend->supervoxels({job.context.put(encode(image)), 10}, job.context);
    SliceStack<std::int32_t> found;
    decode(*job.context.get(result.supervoxels), found);
    CHECK_EQ(found.voxels.size(), image.voxels.size());
    CHECK(result.count >= 1);
    CHECK(job.context.sent == std::vector<std::string>{result.supervoxels});
}

static engine::TrainRequest ballTraining(Job& job, std::int64_t iterations) {
    engine::TrainRequest request;
    const Ball ball{4, 32, 28, 20};
    request.volumes = {{"ball",
                        job.context.put(encode(ballImage(kSlices, kSize, ball))),
                        job.context.put(encode(ballLabels(kSlices, kSize, ball, 1, 2))),
                        {}}};
    request.iterations = iterations;
    request.device = "cpu";
    return request;
}

TEST(training_sends_checkpoints_and_a_model) {
    Job job;
    auto request = ballTraining(job, 3);
    request.checkpointSeconds = 1e-6;
    request.provenance = "{}";
    const auto result = job.backend->train(request, job.context);
    CHECK_EQ(result.iterations, 3);
    CHECK_EQ(result.device, "cpu");
    CHECK(result.secondsPerIteration > 0);
    CHECK_EQ(job.context.stages.at("plan").total, 3);
    CHECK(job.context.partials.size() >= 2);
    CHECK(job.context.sent == std::vector<std::string>{result.model});
    const auto model = decodeModel(*job.context.get(result.model));
    CHECK_EQ(model.iterations, 3);
    CHECK_EQ(model.provenance, "{}");

    // Going on from the last checkpoint, and predicting with the result.
    request.checkpoint = job.context.partials.back().at("checkpoint").get<std::string>();
    request.iterations = 4;
    CHECK_EQ(job.backend->train(request, job.context).iterations, 4);
    job.request.model = result.model;
    CHECK_EQ(job.predict().predictions.size(), 8U);
}

TEST(a_stopped_training_keeps_all_its_iterations) {
    Job job;
    auto request = ballTraining(job, 100);
    request.checkpointSeconds = 1000;  // none is due before the stop
    job.context.cancelAfterYields = 3;
    CHECK_ERROR("cancelled", job.backend->train(request, job.context));
    CHECK_EQ(job.context.partials.size(), 1U);
    CHECK_EQ(job.context.partials.front().at("iteration").get<int>(), 3);
    job.context.cancelAfterYields = 1000000;
    request.checkpoint = job.context.partials.front().at("checkpoint").get<std::string>();
    request.iterations = 4;
    const auto yields = job.context.yields;
    CHECK_EQ(job.backend->train(request, job.context).iterations, 4);
    CHECK_EQ(job.context.yields, yields + 1);  // only the fourth was left to do
}

TEST(training_by_time_plans_its_iterations) {
    Job job;
    auto request = ballTraining(job, 0);
    request.seconds = 0.1;
    const auto result = job.backend->train(request, job.context);
    CHECK_EQ(result.iterations, 50);
    CHECK_EQ(job.context.stages.at("plan").total, 50);
    CHECK(job.context.stages.at("plan").metrics.at("seconds_per_iteration") > 0);
}
