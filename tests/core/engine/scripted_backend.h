#pragma once

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "core/engine/backend.h"

/// A backend without a model: what train does is written in its request's `provenance`; the others answer from their input.
namespace protolabel::engine::test {

class ScriptedBackend : public Backend {
public:
    Hello hello() override {
        Hello hello;
        hello.build = "test";
        hello.libtorch = "none";
        hello.devices = {{"cpu", "scripted", 1, 2}};
        hello.precisions = {"fp32"};
        return hello;
    }

    TrainResult train(const TrainRequest& request, JobContext& context) override {
        const std::string& script = request.provenance;
        note("train " + script);
        if (script == "wait") waitForCancel(context);
        if (script == "stubborn") std::this_thread::sleep_for(std::chrono::hours(1));
        if (script == "memory") throw std::bad_alloc();
        if (script == "internal") throw std::runtime_error("a broken promise");
        if (script == "error") throw Error("train.data", "{0} has no slices; add some", {"volume 7"});
        if (script == "large") context.partial({{"text", std::string(70'000'000, 'x')}});
        if (script == "abort") std::abort();
        if (script == "exit") std::_Exit(3);
        if (script == "progress") {
            for (int i = 0; i < 100'000; ++i) context.progress({"plan", i, 100'000, {}});
            for (int i = 0; i < 100'000; ++i) context.progress({"train", i, 100'000, {{"loss", 1.0}}});
        }
        if (script == "preview")
            context.partial({{"preview", {toJson(SlicePrediction{2, 1, {7}, 0.5, 0.25})}}, {"iteration", 50}});
        if (script == "checkpoint")
            for (std::uint8_t i = 1; i <= 3; ++i) {
                const std::string hash = context.blobs().put(Bytes(10, i));
                context.partial({{"checkpoint", hash}, {"iteration", i}}, {hash});
            }
        TrainResult result;
        result.iterations = request.iterations;
        result.model = context.blobs().put({'m', 'o', 'd', 'e', 'l'});
        context.send(result.model);
        return result;
    }

    /// As train.
    TrainResult pretrain(const PretrainRequest& request, JobContext& context) override {
        TrainRequest same;
        same.iterations = request.iterations;
        same.provenance = request.provenance;
        return train(same, context);
    }

    /// Each query is answered by its first support's mask.
    PredictResult predict(const PredictRequest& request, JobContext& context) override {
        note("predict " + request.device);
        for (std::size_t i = 0; i < request.queries.size(); ++i) {
            context.check();
            context.yield();
            auto list = nlohmann::json::array();
            for (const auto& wanted : request.queries[i].labels)
                list.push_back(toJson(SlicePrediction{static_cast<int>(i), wanted.label,
                                                      request.supports.at(wanted.supports.at(0)).mask, 1, 0}));
            nlohmann::json body{{"predictions", list}};
            if (request.maps) body["maps"] = {toJson(SliceMaps{static_cast<int>(i), 1, {1}, {2}, {3}, {}, 0, {4}})};
            context.partial(body);
        }
        note("predicted " + request.device);
        PredictResult result;
        result.device = request.device;
        return result;
    }

    /// Every label keeps the options it came with.
    TuneResult tune(const TuneRequest& request, JobContext&) override {
        TuneResult result;
        for (const auto& known : request.slices)
            result.labels.push_back({known.label, request.options.value_or(MethodOptions{}), false, 50, 50, 1});
        return result;
    }

    /// The image itself, whatever it is.
    SupervoxelResult supervoxels(const SupervoxelRequest& request, JobContext& context) override {
        context.send(request.image);
        return {request.image, static_cast<int>(context.blobs().get(request.image)->size())};
    }

    EvaluateResult evaluate(const EvaluateRequest& request, JobContext&) override {
        EvaluateResult result;
        result.model = request.model;
        return result;
    }

    /// The provenance is the model's content.
    InspectResult inspect(const InspectRequest& request, JobContext& context) override {
        note("inspect");
        InspectResult result;
        if (!request.model.empty()) {
            const auto model = context.blobs().get(request.model);
            result.provenance.assign(model->begin(), model->end());
        }
        return result;
    }

    /// The model is the file's content after the method.
    ImportResult importModel(const ImportRequest& request, JobContext& context) override {
        note("import");
        auto bytes = *context.blobs().get(request.file);
        bytes.insert(bytes.begin(), request.method.begin(), request.method.end());
        const auto hash = context.blobs().put(bytes);
        if (hash != request.file) context.send(hash);
        return {hash, {request.name}};
    }
    BenchResult bench(const BenchRequest&, JobContext&) override { return {}; }
    StatusResult status(const StatusRequest&, JobContext&) override {
        return {hello().devices, "cpu", "fp32", {10, 20, 30, 40}, {}, 0, 0};
    }

    /// What was called, in order.
    std::vector<std::string> calls() {
        const std::lock_guard lock(mutex_);
        return calls_;
    }

private:
    void note(const std::string& call) {
        const std::lock_guard lock(mutex_);
        calls_.push_back(call);
    }
    static void waitForCancel(JobContext& context) {
        context.progress({"wait", 0, 0, {}});
        for (;;) {
            context.check();
            context.yield();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    std::mutex mutex_;
    std::vector<std::string> calls_;
};

}  // namespace protolabel::engine::test
