#include "core/engine/messages.h"

#include <limits>

#include "core/engine/envelope.h"
#include "core/engine/request.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::engine;
using nlohmann::json;

/// What the other side gets: toJson, CBOR, fromJson.
template <class T>
static T overTheWire(const T& message) {
    T back;
    fromJson(json::from_cbor(json::to_cbor(toJson(message))), back);
    return back;
}

static PredictRequest predictRequest() {
    PredictRequest request;
    request.model = "m";
    request.options = MethodOptions{0.25, 10, Background::Prototype, false, -8.5, 3, 0.75};
    request.device = "cuda:1";
    request.supports = {{"image1", 7, 3, {1, 0, 255}, 0.5}, {"image2", 8, 3, {}, 1}};
    request.queries = {{"image2", 9, {{3, {0, 1}}}}, {"image1", 0, {}}};
    return request;
}

TEST(predict_request_round_trip) {
    const auto back = overTheWire(predictRequest());
    CHECK_EQ(back.model, "m");
    CHECK(back.options.has_value());
    CHECK_EQ(back.options->alpha, 0.25);
    CHECK_EQ(back.options->regions, 10);
    CHECK(back.options->background == Background::Prototype);
    CHECK(!back.options->queryPrototype);
    CHECK_EQ(*back.options->threshold, -8.5);
    CHECK_EQ(*back.options->refinementSteps, 3);
    CHECK_EQ(*back.options->fineWeight, 0.75);
    CHECK_EQ(back.device, "cuda:1");
    CHECK_EQ(back.supports.size(), 2u);
    CHECK_EQ(back.supports[0].image, "image1");
    CHECK_EQ(back.supports[0].slice, 7);
    CHECK_EQ(back.supports[0].label, 3);
    CHECK(back.supports[0].mask == Bytes({1, 0, 255}));
    CHECK_EQ(back.supports[0].weight, 0.5);
    CHECK_EQ(back.queries.size(), 2u);
    CHECK_EQ(back.queries[0].labels.at(0).label, 3);
    CHECK(back.queries[0].labels[0].supports == std::vector<int>({0, 1}));
    CHECK_EQ(back.queries[1].slice, 0);
}

TEST(keys_on_the_wire) {
    // The protocol, written out: a change here is a change of kProtocolVersion.
    const json expected = {
        {"query", 4}, {"label", 2}, {"probability", json::binary({9, 8})}, {"confidence", 0.75}, {"distance", 0.125}};
    CHECK(toJson(SlicePrediction{4, 2, {9, 8}, 0.75, 0.125}) == expected);
    const json spec =
        json::parse(R"({"method":"adnet","encoder":"resnet50","stride":4,"options":{"alpha":1.0,"regions":1,
        "background":"threshold","queryPrototype":true}})");
    CHECK(toJson(ModelSpec{"adnet", "resnet50", 4, {1.0, 1, Background::Threshold, true, {}, {}, {}}}) == spec);
}

TEST(train_and_evaluate_round_trip) {
    TrainRequest train;
    train.spec.encoder = "resnet101";
    train.volumes = {{"a", "h1", "h2", {1, 2}}, {"b", "h3", "h2", {}}};
    train.iterations = 30000;
    train.seed = std::numeric_limits<std::uint64_t>::max();
    train.initial = "h4";
    train.provenance = "{\"who\":1}";
    const auto back = overTheWire(train);
    CHECK_EQ(back.spec.encoder, "resnet101");
    CHECK(back.volumes[0].excludedSlices == std::vector<int>({1, 2}));
    CHECK_EQ(back.seed, train.seed);
    CHECK_EQ(back.iterations, 30000);
    CHECK_EQ(back.provenance, train.provenance);
    CHECK(!back.preview);
    CHECK(blobsOf(back) == std::vector<std::string>({"h4", "h1", "h2", "h3"}));

    auto tuned = train;
    tuned.volumes[1].labels = "h5";
    tuned.labelShare = 0.25;
    tuned.preview = TrainPreview{25, {{"h6", 7, 3, {1}, 1}}, {{"h7", 8, {{3, {0}}}}}};
    const auto finer = overTheWire(tuned);
    CHECK_EQ(finer.volumes[1].labels, "h5");
    CHECK_EQ(finer.labelShare, 0.25);
    CHECK_EQ(finer.preview->every, 25);
    CHECK_EQ(finer.preview->supports.at(0).slice, 7);
    CHECK_EQ(finer.preview->queries.at(0).slice, 8);
    CHECK(blobsOf(finer) == std::vector<std::string>({"h4", "h1", "h2", "h3", "h5", "h6", "h7"}));

    EvaluateRequest evaluate;
    evaluate.volumes = {{"1", "i1", "l1", "s1"}, {"2", "i2", "l2", "s2"}};
    evaluate.testVolumes = {1};
    evaluate.train = train;
    evaluate.model = "m";
    evaluate.variants = {MethodOptions{}, MethodOptions{}};
    CHECK_EQ(overTheWire(evaluate).variants.size(), 2u);
    CHECK(blobsOf(overTheWire(evaluate)) == std::vector<std::string>({"m", "h4", "i1", "l1", "s1", "i2", "l2", "s2"}));

    EvaluateResult result;
    result.entries.resize(1);
    result.entries[0].papers.byLabel = {{1, {{"chaost2_1", {81.5, 68.8, 7.5, 2.25, 1200, 1100}}}},
                                        {12, {{"x", {0, 0, {}, {}, 3, 0}}}}};
    const auto scores = overTheWire(result).entries.at(0).papers.byLabel;
    const auto& score = scores.at(1).at("chaost2_1");
    CHECK_EQ(score.dice, 81.5);
    CHECK_EQ(score.jaccard, 68.8);
    CHECK_EQ(*score.hd95, 7.5);
    CHECK_EQ(*score.averageDistance, 2.25);
    CHECK_EQ(score.trueVolume, 1200.0);
    CHECK_EQ(score.predictedVolume, 1100.0);
    CHECK(!scores.at(12).at("x").hd95);
    CHECK(!scores.at(12).at("x").averageDistance);
}

TEST(maps_and_status_round_trip) {
    auto request = predictRequest();
    CHECK(!overTheWire(request).maps);
    request.maps = true;
    CHECK(overTheWire(request).maps);
    const auto maps = overTheWire(SliceMaps{4, 2, {1}, {2, 3}, {4}, {}, 5, {6}});
    CHECK_EQ(maps.query, 4);
    CHECK_EQ(maps.label, 2);
    CHECK(maps.coarse == Bytes({1}) && maps.refined == Bytes({2, 3}) && maps.similarity == Bytes({4}));
    CHECK(maps.selected.empty());
    CHECK_EQ(maps.support, 5);
    CHECK(maps.regions == Bytes({6}));
    CHECK(overTheWire(StatusRequest{true}).clearCache);
    const auto status =
        overTheWire(StatusResult{{{"cpu", "x", 1, 2}}, "cpu", "bf16", {1, 2, 3, 4}, {5, 6, 7, 8}, 9, 10});
    CHECK_EQ(status.devices.at(0).totalBytes, 2);
    CHECK_EQ(status.precision, "bf16");
    CHECK_EQ(status.features.diskBound, 4);
    CHECK_EQ(status.blobs.memoryBytes, 5);
    CHECK_EQ(status.waiting, 10);
}

TEST(tune_round_trip) {
    TuneRequest request;
    request.model = "m";
    request.supports = {{"image1", 7, 3, {1}, 1}};
    request.slices = {{"image2", 9, 3, {1, 2}, {0}}, {"image1", 0, 3, {}, {0}}};
    const auto back = overTheWire(request);
    CHECK(!back.options);
    CHECK_EQ(back.slices.at(0).slice, 9);
    CHECK(back.slices[0].mask == Bytes({1, 2}));
    CHECK(back.slices[0].supports == std::vector<int>{0});
    CHECK(blobsOf(back) == std::vector<std::string>({"m", "image1", "image2"}));
    CHECK(std::holds_alternative<TuneRequest>(parseRequest("tune", toJson(request))));

    TuneResult result;
    result.labels = {{3, MethodOptions{0.5, 5, Background::Threshold, true, -12.5, {}, {}}, true, 61.5, 70.25, 4}};
    result.threshold = -9.75;
    const auto tuned = overTheWire(result);
    CHECK_EQ(*tuned.labels.at(0).options.threshold, -12.5);
    CHECK(tuned.labels[0].changed);
    CHECK_EQ(tuned.labels[0].after, 70.25);
    CHECK_EQ(tuned.threshold, -9.75);

    auto predict = predictRequest();
    predict.labelOptions[3].regions = 5;
    CHECK_EQ(overTheWire(predict).labelOptions.at(3).regions, 5);
}

TEST(a_missing_key_is_named) {
    json body = toJson(predictRequest());
    body["supports"][1].erase("mask");
    PredictRequest request;
    const auto text = CHECK_ERROR("engine.message", fromJson(body, request));
    CHECK(text.find("supports[1].mask") != std::string::npos);
}

TEST(a_mistyped_key_is_named) {
    const auto fails = [](const char* pointer, json value) {
        json body = toJson(predictRequest());
        body[json::json_pointer(pointer)] = std::move(value);
        PredictRequest request;
        return CHECK_ERROR("engine.message", fromJson(body, request));
    };
    CHECK(fails("/options/regions", "two").find("options.regions") != std::string::npos);
    CHECK(fails("/queries/0/slice", 1.5).find("queries[0].slice") != std::string::npos);
    CHECK(fails("/queries/0/slice", std::int64_t{1} << 40).find("queries[0].slice") != std::string::npos);
    CHECK(fails("/supports/0/mask", "text").find("supports[0].mask") != std::string::npos);
    CHECK(fails("/options/background", "sky").find("sky") != std::string::npos);
    CHECK(fails("/queries", 3).find("queries") != std::string::npos);
    fails("/options/queryPrototype", 1);
    fails("/model", nullptr);
    Hello hello;
    CHECK_ERROR("engine.message", fromJson(json(5), hello));
}

TEST(unknown_keys_and_empty_options) {
    json body = toJson(predictRequest());
    body["future"] = {1, 2};
    body.erase("options");
    PredictRequest request = predictRequest();
    fromJson(body, request);
    CHECK(!request.options.has_value());
    body["options"] = nullptr;
    fromJson(body, request);
    CHECK(!request.options.has_value());
}

TEST(envelopes) {
    const Error error = errorFrom(failedMessage(3, Error("a.b", "{0} is wrong; try {1}", {"x", "y"})));
    CHECK_EQ(error.code(), "a.b");
    CHECK_EQ(std::string(error.what()), "x is wrong; try y");
    const Progress progress = progressFrom(progressMessage(3, {"train", 5, 10, {{"loss", 0.5}}}));
    CHECK_EQ(progress.stage, "train");
    CHECK_EQ(progress.done, 5);
    CHECK_EQ(progress.metrics.at("loss"), 0.5);
    CHECK_ERROR("engine.message", idOf(json{{"id", "one"}}));
    CHECK_ERROR("engine.message", typeOf(json::array()));
    CHECK_ERROR("engine.message", pieceFrom(json{{"hash", "h"}, {"total", -1}, {"offset", 0}}));
}
