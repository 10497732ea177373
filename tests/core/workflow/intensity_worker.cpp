// A worker without a network: it takes for an object what is as bright as the object is on the support slices. On images made for it
// (bright blocks) it is exactly right, so that tests know every voxel of the result. Its argument: good, slow (each step takes 50 ms),
// crash (it dies in the middle of a prediction or a training), or memory (that runs out there).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <thread>

#include "core/base/float16.h"
#include "core/base/slice_stack.h"
#include "core/engine/worker_loop.h"
#include "core/labels/run_length.h"

using namespace protolabel;
using namespace protolabel::engine;

namespace {

std::string behaviour = "good";

Bytes toBytes(const nlohmann::json& json) {
    const auto text = json.dump();
    return Bytes(text.begin(), text.end());
}

/// What a safetensors file of the product says of itself; anything else is JSON as written here.
nlohmann::json fromBytes(const Bytes& bytes) {
    if (bytes.size() > 8 && bytes[7] == 0 && bytes[8] == '{') {
        const std::size_t length = bytes[0] | bytes[1] << 8 | bytes[2] << 16;
        const auto header = nlohmann::json::parse(bytes.begin() + 8, bytes.begin() + 8 + static_cast<int>(length));
        return nlohmann::json::parse(header.at("__metadata__").at("protolabel.model").get<std::string>());
    }
    auto json = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object()) throw Error("model.damaged", "the model file is damaged; train again");
    return json;
}

void work() {
    if (behaviour == "slow") std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

class IntensityBackend : public Backend {
public:
    Hello hello() override {
        Hello hello;
        hello.build = "test";
        hello.libtorch = "none";
        hello.devices = {{"cpu", "test", 1, 1}};
        hello.precisions = {"fp32"};
        return hello;
    }

    TrainResult pretrain(const PretrainRequest& request, JobContext& context) override {
        TrainRequest same;
        same.spec.encoder = request.encoder;
        same.iterations = request.iterations;
        same.seed = request.seed;
        same.checkpoint = request.checkpoint;
        same.checkpointSeconds = request.checkpointSeconds;
        return train(same, context);
    }

    /// The model file is a JSON of what was asked for; the checkpoint is the number of iterations done. A preview is what predict says.
    TrainResult train(const TrainRequest& request, JobContext& context) override {
        const auto iterations = request.iterations > 0 ? request.iterations : 30;
        std::int64_t done = 0;
        if (!request.checkpoint.empty()) done = fromBytes(*context.blobs().get(request.checkpoint)).at("done");
        context.progress({"plan", 0, iterations, {{"seconds_per_iteration", 0.05}}});
        const auto keep = [&] {
            const auto hash = context.blobs().put(toBytes({{"done", done}}));
            context.partial({{"checkpoint", hash}, {"iteration", done}}, {hash});
        };
        const auto preview = [&] {
            PredictRequest asked;
            asked.supports = request.preview->supports;
            asked.queries = request.preview->queries;
            auto list = nlohmann::json::array();
            for (std::size_t q = 0; q < asked.queries.size(); ++q)
                for (auto& prediction : predicted(asked, q, context)) list.push_back(std::move(prediction));
            context.partial({{"preview", list}, {"iteration", done}});
        };
        std::size_t labelled = 0;
        for (const auto& volume : request.volumes) labelled += !volume.labels.empty();
        const auto first = done;
        for (; done < iterations; ++done) {
            context.yield();
            if (context.cancelled()) keep();
            context.check();
            if (behaviour == "crash" && done == 3) std::abort();
            if (behaviour == "memory" && done == 3)
                throw Error("device.memory",
                            "the memory does not suffice for this; choose a smaller encoder or close other programs");
            if (request.preview && done % request.preview->every == 0) preview();
            work();
            context.progress({"train", done + 1, iterations, {{"loss", 1.0 / static_cast<double>(done + 1)}}});
        }
        TrainResult result;
        result.iterations = iterations;
        result.loss = 0.25;
        result.secondsPerIteration = 0.05;
        result.device = "cpu";
        result.model = context.blobs().put(toBytes({{"spec", toJson(request.spec)},
                                                    {"iterations", iterations},
                                                    {"resumed_at", first},
                                                    {"volumes", request.volumes.size()},
                                                    {"labelled", labelled},
                                                    {"seed", request.seed},
                                                    {"losses", {0.5, 0.25}}}));
        context.send(result.model);
        return result;
    }

    /// A model of seed 99 finds nothing.
    PredictResult predict(const PredictRequest& request, JobContext& context) override {
        blind_ = fromBytes(*context.blobs().get(request.model)).value("seed", 0) == 99;
        PredictResult result;
        result.device = "cpu";
        for (std::size_t q = 0; q < request.queries.size(); ++q) {
            context.check();
            if (behaviour == "crash" && q == 3) std::abort();
            if (behaviour == "memory")
                throw Error("device.memory",
                            "there is not enough memory to segment even one slice; close other programs");
            work();
            nlohmann::json body{{"predictions", predicted(request, q, context)}};
            if (request.maps) body["maps"] = mapsOf(body["predictions"]);
            context.partial(body);
            ++result.encodedSlices;
        }
        return result;
    }

    /// The tuned alpha tells the label, the threshold how many slices are known of it and how many of these show nothing.
    TuneResult tune(const TuneRequest& request, JobContext&) override {
        std::map<int, std::pair<int, int>> counts;
        for (const auto& known : request.slices) {
            labels::Mask mask;
            labels::decodeRuns(known.mask, mask);
            ++counts[known.label].first;
            counts[known.label].second += labels::countNonZero(mask) == 0;
        }
        TuneResult result;
        result.threshold = -10;
        for (const auto& [label, count] : counts) {
            MethodOptions options;
            options.alpha = label / 10.0;
            options.threshold = -count.first - count.second / 100.0;
            result.labels.push_back({label, options, true, 50, 60, count.first});
        }
        return result;
    }

    /// 1 where it is brighter than the mean.
    SupervoxelResult supervoxels(const SupervoxelRequest& request, JobContext& context) override {
        work();
        SliceStack<float> image;
        decode(*context.blobs().get(request.image), image);
        double sum = 0;
        for (const float value : image.voxels) sum += value;
        SliceStack<std::int32_t> ids{image.slices,       image.height,       image.width,
                                     image.pixelSpacing, image.sliceSpacing, {}};
        for (const float value : image.voxels)
            ids.voxels.push_back(value * static_cast<double>(image.voxels.size()) > sum ? 1 : 0);
        const auto hash = context.blobs().put(encode(ids));
        context.send(hash);
        return {hash, 1};
    }

    /// Scores that tell which volumes were tested: 10 x index of the volume + class in the papers' protocol, half of that on whole volumes.
    EvaluateResult evaluate(const EvaluateRequest& request, JobContext& context) override {
        EvaluateResult result;
        auto variants = request.variants;
        if (variants.empty()) variants.push_back(request.train.spec.options);
        for (const auto& options : variants) {
            EvaluateEntry entry;
            entry.iteration = request.train.iterations;
            entry.options = options;
            for (const int label : request.classes)
                for (std::size_t i = 0; i < request.testVolumes.size(); ++i) {
                    const int index = request.testVolumes[i];
                    if (static_cast<int>(i) == request.supportIndex) continue;
                    const auto& name = request.volumes.at(static_cast<std::size_t>(index)).name;
                    const double dice = 10.0 * index + label;
                    entry.papers.byLabel[label][name] = {dice, dice / 2, 100 - dice, 50 - dice / 2, 10, 10};
                    // Nothing is predicted of class 2 on volume 3.
                    VolumeScore whole{dice / 2, dice / 4, {}, {}, 10, 9};
                    if (label != 2 || index != 3) whole.hd95 = whole.averageDistance = 7.0 * index;
                    entry.whole.byLabel[label][name] = whole;
                }
            result.entries.push_back(entry);
        }
        result.model = context.blobs().put(toBytes({{"spec", toJson(request.train.spec)}}));
        context.send(result.model);
        return result;
    }

    InspectResult inspect(const InspectRequest& request, JobContext& context) override {
        InspectResult result;
        const auto model = fromBytes(*context.blobs().get(request.model));
        result.iterations = model.value("iterations", 0);
        result.losses = model.value("losses", std::vector<double>());
        const auto spec = model.at("spec");
        result.spec.method = spec.at("method");
        result.spec.encoder = spec.at("encoder");
        result.parameters = 11307840;
        result.multiplyAdds = 25400000000;
        result.provenance = model.value("provenance", "");
        return result;
    }

    /// "foreign ENCODER" becomes a model; a model stays as it is.
    ImportResult importModel(const ImportRequest& request, JobContext& context) override {
        const auto bytes = context.blobs().get(request.file);
        const std::string text(bytes->begin(), bytes->end()), start = "foreign ";
        if (text.rfind(start, 0) != 0) {
            fromBytes(*bytes);
            return {request.file, {}};
        }
        ModelSpec spec;
        spec.method = request.method.empty() ? spec.method : request.method;
        spec.encoder = text.substr(start.size());
        nlohmann::json model{{"from", request.name}};
        if (const std::string headless = "headless "; spec.encoder.rfind(headless, 0) == 0) {
            spec.encoder.erase(0, headless.size());
            model["provenance"] = R"({"imported":{"untrained":"localconv.weight, threshold"}})";
        }
        model["spec"] = toJson(spec);
        const auto hash = context.blobs().put(toBytes(model));
        context.send(hash);
        return {hash, {"fc.weight is not used"}};
    }
    /// The coarse mask is the answer; there are no regions, and nothing is selected.
    static nlohmann::json mapsOf(const nlohmann::json& predictions) {
        auto list = nlohmann::json::array();
        for (const auto& one : predictions) {
            SlicePrediction prediction;
            fromJson(one, prediction);
            list.push_back(toJson(SliceMaps{prediction.query,
                                            prediction.label,
                                            prediction.probability,
                                            prediction.probability,
                                            prediction.probability,
                                            {},
                                            0,
                                            {}}));
        }
        return list;
    }

    nlohmann::json predicted(const PredictRequest& request, std::size_t q, JobContext& context) const {
        const auto& query = request.queries[q];
        SliceStack<Half> image;
        decode(*context.blobs().get(query.image), image);
        auto list = nlohmann::json::array();
        for (const auto& wanted : query.labels) {
            const auto [low, high] = brightness(request, wanted, context);
            labels::ProbabilitySlice probability(image.width, image.height);
            for (std::size_t p = 0; p < probability.pixels.size(); ++p) {
                const float value = toFloat(image.slice(query.slice)[p]);
                probability.pixels[p] = !blind_ && value >= low && value <= high ? 230 : 10;
            }
            list.push_back(
                toJson(SlicePrediction{static_cast<int>(q), wanted.label, labels::encodeRuns(probability), 0.9, 0.1}));
        }
        return list;
    }

    BenchResult bench(const BenchRequest&, JobContext&) override { return {}; }
    StatusResult status(const StatusRequest&, JobContext&) override {
        return {hello().devices, "cpu", "fp32", {}, {}, 0, 0};
    }

private:
    bool blind_ = false;

    static std::pair<float, float> brightness(const PredictRequest& request, const QueryLabel& wanted,
                                              JobContext& context) {
        float high = std::numeric_limits<float>::lowest();
        for (const int index : wanted.supports) {
            const auto& support = request.supports.at(static_cast<std::size_t>(index));
            SliceStack<Half> image;
            decode(*context.blobs().get(support.image), image);
            labels::Mask mask;
            labels::decodeRuns(support.mask, mask);
            for (std::size_t p = 0; p < mask.pixels.size(); ++p)
                if (mask.pixels[p] != 0) high = std::max(high, toFloat(image.slice(support.slice)[p]));
        }
        // Resampling blurs the edges of the supports: what is nearly as bright as their brightest part is the object.
        return {high - 1.5F, high + 0.5F};
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) behaviour = argv[1];
    IntensityBackend backend;
    return serve(backend, stdin, stdout, {});
}
