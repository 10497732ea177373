// What every method must bear, through the backend as a user meets it.
#include "core/fewshot/method.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

#include "core/fewshot/checkpoint.h"
#include "core/fewshot/model_file.h"
#include "core/fewshot/torch_backend.h"
#include "core/fewshot/trainer.h"
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

namespace {

constexpr int kSlices = 3, kSize = 64;
const Ball kBall{1, 32, 28, 14};

/// A worker with one untrained model of a method and one volume.
class Desk {
public:
    Desk(const std::string& method, SliceStack<Half> image) : slices_(image.slices) {
        TorchBackendOptions options;
        options.precision = Precision::Float;
        backend_ = makeTorchBackend(options);
        Model model;
        model.spec.method = method;
        model.network = Network("resnet18", 8, 11, findMethod(method).layout());
        model_ = context.put(encode(model));
        image_ = context.put(encode(image));
    }

    void support(int slice, const labels::Mask& mask, int label = 1) {
        supports_.push_back({image_, slice, label, labels::encodeRuns(mask), 1});
    }

    std::vector<engine::SlicePrediction> predict(std::optional<engine::MethodOptions> options = {}) {
        engine::PredictRequest request{model_, std::move(options), {}, "auto", supports_, {}};
        std::map<int, std::vector<int>> ofLabel;
        for (std::size_t i = 0; i < supports_.size(); ++i) ofLabel[supports_[i].label].push_back(static_cast<int>(i));
        for (int z = 0; z < slices_; ++z) {
            auto& query = request.queries.emplace_back(engine::QuerySlice{image_, z, {}});
            for (const auto& [label, supports] : ofLabel) query.labels.push_back({label, supports});
        }
        context.partials.clear();
        backend_->predict(request, context);
        std::vector<engine::SlicePrediction> predictions;
        for (const auto& body : context.partials)
            for (const auto& one : body.at("predictions")) engine::fromJson(one, predictions.emplace_back());
        return predictions;
    }

    FakeContext context;

private:
    std::unique_ptr<engine::Backend> backend_;
    int slices_;
    std::string model_, image_;
    std::vector<engine::SupportSlice> supports_;
};

labels::Mask rectangle(int left, int top, int width, int height) {
    labels::Mask mask(kSize, kSize);
    for (int y = top; y < top + height; ++y)
        for (int x = left; x < left + width; ++x) mask.at(x, y) = 1;
    return mask;
}

labels::ProbabilitySlice decoded(const engine::SlicePrediction& prediction) {
    labels::ProbabilitySlice slice;
    labels::decodeRuns(prediction.probability, slice);
    return slice;
}

void checkAnswers(const std::vector<engine::SlicePrediction>& predictions, std::size_t count) {
    CHECK_EQ(predictions.size(), count);
    for (const auto& p : predictions) {
        CHECK(p.confidence >= 0 && p.confidence <= 1);
        CHECK(p.distance >= -1e-4 && p.distance <= 2 + 1e-4);
        CHECK_EQ(decoded(p).width, kSize);
    }
}

engine::TrainRequest trainingOn(FakeContext& context, const std::string& method, int slices) {
    engine::TrainRequest request;
    request.spec.method = method;
    const Ball ball{(slices - 1) / 2.0, 32, 28, 20};
    request.volumes = {{"ball",
                        context.put(encode(ballImage(slices, kSize, ball))),
                        context.put(encode(ballLabels(slices, kSize, ball, 1, 2))),
                        {}}};
    request.iterations = 2;
    request.checkpointSeconds = 0;
    return request;
}

}  // namespace

TEST(all_five_are_known) {
    CHECK(methodNames() == std::vector<std::string>({"sqpfnet", "qnet", "adnet", "panet", "alpnet"}));
}

TEST(extreme_masks_are_answered) {
    const std::vector<labels::Mask> masks = {rectangle(40, 20, 1, 1), rectangle(0, 0, kSize, kSize),
                                             rectangle(0, 0, kSize, 1), rectangle(kSize - 1, 10, 1, 30)};
    for (const auto& method : methodNames()) {
        Desk desk(method, ballImage(kSlices, kSize, kBall));
        int label = 0;
        for (const auto& mask : masks) desk.support(1, mask, ++label);
        checkAnswers(desk.predict(), kSlices * masks.size());
    }
}

TEST(more_regions_than_pixels_are_as_many_as_pixels) {
    Desk desk("sqpfnet", ballImage(kSlices, kSize, kBall));
    desk.support(1, rectangle(30, 30, 2, 2));
    engine::MethodOptions four, many;
    four.regions = 4;
    many.regions = 1000;
    const auto a = desk.predict(four), b = desk.predict(many);
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].probability == b[i].probability);
}

TEST(constant_images_are_answered) {
    SliceStack<Half> flat{kSlices, kSize, kSize, 1, 1, {}};
    flat.voxels.assign(static_cast<std::size_t>(kSlices) * kSize * kSize, toHalf(0));
    for (const auto& method : methodNames()) {
        Desk desk(method, flat);
        desk.support(1, rectangle(20, 20, 16, 16));
        checkAnswers(desk.predict(), kSlices);
    }
}

// 200 equal supports are one support: their mean, and for ALPNet a softmax in which each direction occurs 200 times.
TEST(two_hundred_supports_are_answered) {
    for (const auto& method : methodNames()) {
        Desk one(method, ballImage(kSlices, kSize, kBall)), many(method, ballImage(kSlices, kSize, kBall));
        one.support(1, rectangle(16, 20, 24, 24));
        for (int i = 0; i < 200; ++i) many.support(1, rectangle(16, 20, 24, 24));
        const auto a = one.predict(), b = many.predict();
        CHECK_EQ(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            const auto p = decoded(a[i]), q = decoded(b[i]);
            for (std::size_t k = 0; k < p.pixels.size(); ++k) CHECK(std::abs(int(p.pixels[k]) - int(q.pixels[k])) <= 1);
        }
    }
}

TEST(labels_of_one_slice_do_not_overlap) {
    for (const auto& method : methodNames()) {
        Desk desk(method, ballImage(kSlices, kSize, kBall));
        desk.support(1, rectangle(16, 20, 24, 24), 1);
        desk.support(1, rectangle(20, 24, 24, 24), 2);
        const auto answers = desk.predict();
        CHECK_EQ(answers.size(), 2U * kSlices);
        for (std::size_t i = 0; i < answers.size(); i += 2) {
            const auto a = decoded(answers[i]), b = decoded(answers[i + 1]);
            for (std::size_t k = 0; k < a.pixels.size(); ++k) CHECK(a.pixels[k] < 128 || b.pixels[k] < 128);
        }
    }
}

TEST(one_slice_is_a_volume_to_predict_and_to_train_on) {
    for (const auto& method : methodNames()) {
        Desk desk(method, ballImage(1, kSize, {0, 32, 28, 14}));
        desk.support(0, rectangle(16, 20, 24, 24));
        checkAnswers(desk.predict(), 1);
        const auto result = makeTorchBackend({})->train(trainingOn(desk.context, method, 1), desk.context);
        CHECK_EQ(result.iterations, 2);
        CHECK(std::isfinite(result.loss));
        CHECK_EQ(decodeModel(*desk.context.get(result.model)).spec.method, method);
    }
}

TEST(empty_and_full_masks_give_finite_losses_and_gradients) {
    const auto noise = torch::rand({1, 3, kSize, kSize}, at::detail::createCPUGenerator(3));
    const auto empty = torch::zeros({kSize, kSize}), full = torch::ones({kSize, kSize});
    for (const auto& name : methodNames()) {
        const Method& method = findMethod(name);
        Network network("resnet18", 8, 1, method.layout());
        network->train();
        for (const auto& support : {empty, full})
            for (const auto& image : {noise, torch::zeros_like(noise)}) {
                network->zero_grad();
                const auto losses = method.losses(network, {image, support, image.flip(3), full - support}, {});
                losses.total.backward();
                CHECK(torch::isfinite(losses.total).item<bool>());
                for (const auto& parameter : network->parameters())
                    CHECK(!parameter.grad().defined() || torch::isfinite(parameter.grad()).all().item<bool>());
            }
    }
}

TEST(options_that_a_method_lacks_are_refused_by_name) {
    const auto refused = [](const std::string& method, auto change) {
        Desk desk(method, ballImage(kSlices, kSize, kBall));
        desk.support(1, rectangle(16, 20, 24, 24));
        engine::MethodOptions options;
        change(options);
        auto request = trainingOn(desk.context, method, kSlices);
        request.spec.options = options;
        CHECK_ERROR("method.options", makeTorchBackend({})->train(request, desk.context));
        return CHECK_ERROR("method.options", desk.predict(options));
    };
    const auto text = refused("adnet", [](auto& o) { o.alpha = 0.5; });
    CHECK_EQ(text, "adnet has no option alpha; leave it out (it has: threshold)");
    refused("panet", [](auto& o) { o.background = engine::Background::Prototype; });
    refused("alpnet", [](auto& o) { o.threshold = -10; });
    refused("qnet", [](auto& o) { o.regions = 2; });
    refused("sqpfnet", [](auto& o) { o.fineWeight = 0.9; });
    refused("sqpfnet", [](auto& o) { o.alpha = std::nan(""); });
    refused("sqpfnet", [](auto& o) { o.alpha = -0.1; });
    refused("sqpfnet", [](auto& o) { o.regions = 0; });
    refused("qnet", [](auto& o) { o.refinementSteps = -1; });
    CHECK_EQ(refused("qnet", [](auto& o) { o.fineWeight = 1.25; }), "fineWeight is 1.25; choose a value from 0 to 1");
}

TEST(an_initial_model_of_another_layout_gives_its_encoder) {
    const Model start{{}, 0, 0, {}, "", Network("resnet18", 8, 5)};
    engine::TrainRequest request;
    request.spec.method = "qnet";
    request.seed = 9;
    const Ball ball{1, 32, 28, 20};
    const auto volumes = [&] {
        return std::vector<TrainingVolume>{
            {"ball", ballImage(kSlices, kSize, ball), ballLabels(kSlices, kSize, ball, 1, 2), {}}};
    };
    const Trainer trainer(request, volumes(), torch::kCPU, &start);
    const auto model = trainer.model();
    const auto got = namedWeights(*model.network), given = namedWeights(*start.network);
    const auto afresh = namedWeights(*Network("resnet18", 8, 9, Layout::DualScale));
    for (const auto& [name, tensor] : got) {
        const bool head = given.count(name) == 0;
        CHECK(torch::equal(tensor, head ? afresh.at(name) : given.at(name)));
        CHECK_EQ(head, name.rfind("reduce", 0) == 0 || name.rfind("fc", 0) == 0);
    }
    request.spec.encoder = "resnet34";
    CHECK_ERROR("train.initial", Trainer(request, volumes(), torch::kCPU, &start));
}
