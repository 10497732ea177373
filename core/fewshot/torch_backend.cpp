#include "core/fewshot/torch_backend.h"

#include <algorithm>
#include <thread>

#include "core/base/error.h"
#include "core/base/inner_control.h"
#include "core/base/slice_stack.h"
#include "core/fewshot/bench.h"
#include "core/fewshot/complexity.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/evaluation.h"
#include "core/fewshot/prediction.h"
#include "core/fewshot/pretraining.h"
#include "core/fewshot/supervoxels.h"
#include "core/fewshot/training.h"
#include "core/fewshot/tuning.h"
#include "core/fewshot/weights/import.h"

namespace protolabel::fewshot {

namespace {

/// Runs `work`, whose LibTorch errors become Errors.
template <class Work>
auto guarded(Work work) {
    try {
        return work();
    } catch (const c10::Error& error) {
        if (isDeviceLost(error))
            throw Error("device.lost", "the GPU failed ({0}); try again, or with --device cpu",
                        {std::string(error.what_without_backtrace()).substr(0, 120)});
        if (isOutOfMemory(error))
            throw Error("device.memory",
                        "the memory does not suffice for this; choose a smaller encoder or close other programs", {});
        std::string text = error.what_without_backtrace();
        throw Error("torch.failed", "LibTorch reports: {0}; try --device cpu, or another model",
                    {text.substr(0, text.find('\n'))});
    }
}

/// Runs `work(device)`; where a GPU fails, or its memory does not suffice, once more on the CPU, which is told as progress stage "device".
template <class Work>
auto elseOnCpu(const std::string& id, engine::JobContext& context, Work work) {
    const auto device = chooseDevice(id);
    try {
        return work(device);
    } catch (const c10::Error& error) {
        if (!(isOutOfMemory(error) || isDeviceLost(error)) || device.is_cpu()) throw;
        context.progress({kDeviceStage, 0, 0, {{"cpu", 1.0}, {"lost", isDeviceLost(error) ? 1.0 : 0.0}}});
    }
    return work(torch::Device(torch::kCPU));
}

class TorchBackend final : public engine::Backend {
public:
    explicit TorchBackend(const TorchBackendOptions& options)
        : features_(options.featureCacheFolder, options.featureMemoryBytes, options.featureDiskBytes) {
        const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        torch::set_num_threads(options.threads > 0 ? options.threads : cores);
        setPrecision(options.precision);
        // Equal requests give equal predictions, and on a CPU equal models.
        auto& context = at::globalContext();
        context.setBenchmarkCuDNN(false);
        context.setDeterministicCuDNN(true);
    }

    engine::Hello hello() override {
        engine::Hello hello;
        hello.build = PROTOLABEL_VERSION;
        hello.libtorch = TORCH_VERSION;
        hello.devices = listDevices();
        hello.precisions = {nameOf(torch::kFloat)};
        if (const auto type = fastestType(torch::kCPU); type != torch::kFloat) hello.precisions.push_back(nameOf(type));
        hello.threads = torch::get_num_threads();
        return hello;
    }

    engine::TrainResult train(const engine::TrainRequest& request, engine::JobContext& context) override {
        return guarded([&] {
            return elseOnCpu(request.device, context,
                             [&](torch::Device device) { return fewshot::train(request, context, device); });
        });
    }

    engine::TrainResult pretrain(const engine::PretrainRequest& request, engine::JobContext& context) override {
        return guarded([&] { return fewshot::pretrain(request, context, chooseDevice(request.device)); });
    }

    engine::PredictResult predict(const engine::PredictRequest& request, engine::JobContext& context) override {
        return guarded([&] {
            const torch::NoGradGuard noGradient;
            auto there = request;
            return elseOnCpu(request.device, context, [&](torch::Device device) {
                there.device = idOf(device);
                return Prediction(there, context, models_, features_).run();
            });
        });
    }

    engine::TuneResult tune(const engine::TuneRequest& request, engine::JobContext& context) override {
        return guarded([&] {
            const torch::NoGradGuard noGradient;
            auto there = request;
            return elseOnCpu(request.device, context, [&](torch::Device device) {
                there.device = idOf(device);
                return fewshot::tune(there, context, models_, features_);
            });
        });
    }

    engine::SupervoxelResult supervoxels(const engine::SupervoxelRequest& request,
                                         engine::JobContext& context) override {
        SliceStack<float> image;
        decode(*context.blobs().get(request.image), image);
        const auto found = fewshot::supervoxels(image, request.minimumSize, context);
        engine::SupervoxelResult result;
        if (!found.voxels.empty()) result.count = *std::max_element(found.voxels.begin(), found.voxels.end());
        result.supervoxels = context.blobs().put(encode(found));
        context.send(result.supervoxels);
        return result;
    }

    engine::EvaluateResult evaluate(const engine::EvaluateRequest& request, engine::JobContext& context) override {
        return guarded([&] { return fewshot::evaluate(request, context, chooseDevice(request.train.device)); });
    }

    engine::InspectResult inspect(const engine::InspectRequest& request, engine::JobContext& context) override {
        return guarded([&]() -> engine::InspectResult {
            const auto model = decodeModel(*context.blobs().get(request.model));
            return {model.spec,
                    model.iterations,
                    model.loss,
                    model.losses,
                    model.provenance,
                    parameterCount(model.network),
                    multiplyAdds(model.network, 2, 256)};
        });
    }

    engine::ImportResult importModel(const engine::ImportRequest& request, engine::JobContext& context) override {
        return guarded([&]() -> engine::ImportResult {
            const auto file = context.blobs().get(request.file);
            if (weights::isModel(*file)) {
                decodeModel(*file);  // whole and sound, or an error
                return {request.file, {}};
            }
            const auto imported = weights::importModel(*file, request.name, request.method);
            const auto hash = context.blobs().put(encode(imported.model));
            context.send(hash);
            return {hash, imported.notes};
        });
    }

    engine::BenchResult bench(const engine::BenchRequest& request, engine::JobContext& context) override {
        return guarded([&] { return fewshot::bench(request, context, chooseDevice(request.device)); });
    }

    engine::StatusResult status(const engine::StatusRequest& request, engine::JobContext&) override {
        if (request.clearCache) features_.clear();
        const auto device = chooseDevice("auto");
        return {listDevices(), idOf(device), nameOf(fastestType(device)), features_.size(), {}, 0, 0};
    }

private:
    ModelCache models_;
    FeatureCache features_;
};

}  // namespace

std::unique_ptr<engine::Backend> makeTorchBackend(const TorchBackendOptions& options) {
    return std::make_unique<TorchBackend>(options);
}

}  // namespace protolabel::fewshot
