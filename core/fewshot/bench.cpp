#include "core/fewshot/bench.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <functional>

#include "core/base/scratch_folder.h"
#include "core/engine/method_options.h"
#include "core/fewshot/bench_plain.h"
#include "core/fewshot/bench_volume.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/feature_cache.h"
#include "core/fewshot/memory_context.h"
#include "core/fewshot/model_cache.h"
#include "core/fewshot/prediction.h"
#include "core/fewshot/scoring.h"
#include "core/fewshot/supervoxels.h"
#include "core/fewshot/trainer.h"
#include "core/labels/run_length.h"

namespace protolabel::fewshot {

namespace {

namespace fs = std::filesystem;

constexpr int kSlices = 36, kSize = 256, kLabels = 4;
constexpr int kSupervoxelSize = 5000;
constexpr std::int64_t kTogether = 4;  // slices, as in prediction on a CPU

using Work = std::function<void()>;

/// A GPU is still at it when the function that started it returns.
double seconds(const Work& work, torch::Device device) {
    const auto finish = [&] {
        if (device.is_cuda()) torch::cuda::synchronize(device.index());
    };
    finish();
    const auto start = std::chrono::steady_clock::now();
    work();
    finish();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

class Bench {
public:
    Bench(const engine::BenchRequest& request, engine::JobContext& context, torch::Device device)
        : quick_(request.quick),
          context_(context),
          device_(device),
          volume_(makeBenchVolume(kSlices, kSize, 1)),
          quiet_(context) {}

    engine::BenchResult run() {
        describeMachine();
        const std::vector<Work> steps = {
            [this] { supervoxels(); },
            [this] { encoding("resnet18"); },
            [this] { encoding("resnet101"); },
            [this] { prediction("predict 36 slices, 1 label", 1, kSlices, "<= 100 ms"); },
            [this] { prediction("predict 36 slices, 4 labels", kLabels, kSlices, "<= 250 ms"); },
            [this] { prediction("predict 1 slice, 1 label", 1, 1, "<= 15 ms"); },
            [this] { training(); },
            [this] { precision(); },
            [this] { cache(); },
        };
        for (std::size_t i = 0; i < steps.size(); ++i) {
            context_.progress({"bench", static_cast<std::int64_t>(i), static_cast<std::int64_t>(steps.size()), {}});
            context_.check();
            steps[i]();
        }
        return std::move(result_);
    }

private:
    /// `rounds` times ours and the plain one in turns, after one of each that does not count.
    void compare(const std::string& name, const std::string& unit, double scale, const std::string& target, int rounds,
                 const Work& ours, const Work& plain) {
        std::vector<double> fast, slow;
        ours();
        plain();
        for (int i = 0; i < rounds; ++i) {
            context_.check();
            fast.push_back(seconds(ours, device_));
            slow.push_back(seconds(plain, device_));
        }
        result_.results.push_back(
            {name, scale * median(fast), unit, scale * median(slow), median(slow) / median(fast), target});
    }

    int rounds(int full) const { return quick_ ? 1 : full; }

    void describeMachine() {
        const auto devices = listDevices();
        const auto type = fastestType(device_);
        auto& machine = result_.machine;
        machine["processor"] = devices.front().name;
        machine["threads"] = std::to_string(torch::get_num_threads());
        machine["libtorch"] = TORCH_VERSION;
        machine["device"] = idOf(device_);
        for (const auto& device : devices)
            if (device.id == idOf(device_)) machine["device_name"] = device.name;
        machine["precision"] = nameOf(type);
        if (device_.is_cpu() && type == torch::kFloat)
            machine["note"] =
                "bf16 is not faster than fp32 on this processor, or was switched off; convolutions are fp32";
    }

    Network frozen(const Network& like, torch::ScalarType type) const {
        auto network = plainNetwork(like, device_);
        network->computeIn(type);
        network->freeze();
        return network;
    }

    /// (n,3,H,W) of the first slices, on the device.
    torch::Tensor images(std::int64_t n) const {
        auto* voxels =
            const_cast<Half*>(volume_.prepared.voxels.data());  // from_blob takes no const; nothing is written
        return torch::from_blob(voxels, {n, 1, kSize, kSize}, torch::kHalf)
            .to(device_, torch::kFloat)
            .expand({-1, 3, -1, -1})
            .contiguous();
    }

    void encoding(const std::string& encoder) {
        const torch::NoGradGuard noGradient;
        const auto plain = plainNetwork(Network(encoder, 8, 1), device_);
        auto ours = frozen(plain, fastestType(device_));
        const auto batch = images(quick_ ? 1 : kTogether);
        compare(
            "encode " + encoder, "ms/slice", 1e3 / static_cast<double>(batch.size(0)), "ratio >= 5", rounds(7),
            [&] { ours->encode(batch).to(torch::kCPU, torch::kFloat); },
            [&] { Network(plain)->encode(batch).to(torch::kCPU, torch::kFloat); });
    }

    engine::PredictRequest predictRequest(int labels, int slices, engine::Background background) {
        engine::PredictRequest request;
        request.options.emplace().background = background;
        request.device = idOf(device_);
        Model model;
        model.network = Network("resnet18", 8, 1);
        request.model = quiet_.put(encode(model));
        const auto image = quiet_.put(encode(volume_.prepared));
        for (int label = 1; label <= labels; ++label)
            request.supports.push_back({image, kSlices / 2, label, labels::encodeRuns(maskOf(label, kSlices / 2)), 1});
        for (int z = 0; z < slices; ++z) {
            engine::QuerySlice query{image, z, {}};
            for (int label = 1; label <= labels; ++label) query.labels.push_back({label, {label - 1}});
            request.queries.push_back(std::move(query));
        }
        return request;
    }

    labels::Mask maskOf(int label, int z) const {
        labels::Mask mask(kSize, kSize);
        const auto* ids = volume_.labels.slice(z);
        for (std::size_t i = 0; i < mask.pixels.size(); ++i) mask.pixels[i] = ids[i] == label;
        return mask;
    }

    /// By the default reading of the background, which has a target, and by the paper's.
    void prediction(const std::string& name, int labels, int slices, const std::string& target) {
        prediction(name, labels, slices, target, engine::Background::Cells);
        prediction(name + ", threshold", labels, slices, "", engine::Background::Threshold);
    }

    void prediction(const std::string& name, int labels, int slices, const std::string& target,
                    engine::Background background) {
        const torch::NoGradGuard noGradient;
        const auto request = predictRequest(labels, slices, background);
        const auto model = models_.get(request.model, device_, quiet_);
        if (encoded_.maps.empty()) encoded_ = encodeVolume(model->model.network, volume_.prepared, device_);
        std::vector<Shot> supports;
        for (int label = 1; label <= labels; ++label) {
            auto mask = maskOf(label, kSlices / 2);
            supports.push_back(
                {encoded_.at(kSlices / 2),
                 torch::from_blob(mask.pixels.data(), {kSize, kSize}, torch::kByte).to(device_, torch::kFloat)});
        }
        compare(
            name, "ms", 1e3, target, rounds(15), [&] { Prediction(request, quiet_, models_, features_).run(); },
            [&] {
                plainPrediction(findMethod("sqpfnet"), model->model.network, supports, encoded_.slices(0, slices),
                                kSize, *request.options);
            });
    }

    void training() {
        engine::TrainRequest request;
        request.volumes = {{"bench", {}, {}, {}}};
        request.spec.options = engine::defaultOptions(request.spec.method);
        const TrainingVolume volume{"bench", volume_.prepared, supervoxels_, {}};
        const std::vector<TrainingVolume> volumes{volume};
        const EpisodeSampler sampler(volumes);
        Trainer trainer(request, volumes, device_, nullptr);
        PlainTraining plain(request.spec, sampler, device_);
        const int iterations = quick_ ? 1 : 6;
        std::int64_t until = 0;
        const auto ours = [&] { trainer.run(until += iterations, quiet_, {}); };
        compare("train resnet18", "iterations/s", 1, "ratio >= 1.5", rounds(5), ours, [&] {
            for (int i = 0; i < iterations; ++i) plain.iterate();
        });
        auto& entry = result_.results.back();
        entry.value = iterations / entry.value;
        entry.baseline = iterations / *entry.baseline;
        trained_ = trainer.model();
    }

    /// Dice of organ 1 on another volume, in bf16 and in fp32.
    void precision() {
        const auto other = makeBenchVolume(quick_ ? 12 : kSlices, kSize, 2);
        std::vector<double> dice;
        for (const auto type : {fastestType(device_), torch::kFloat}) {
            Model model = trained_;
            model.network = frozen(trained_.network, type);
            double sum = 0;
            const ScoredVolume support{"support", volume_.labels,
                                       encodeVolume(model.network, volume_.prepared, device_)};
            const ScoredVolume query{"query", other.labels, encodeVolume(model.network, other.prepared, device_)};
            for (int label = 1; label <= kLabels; ++label)
                sum += scoreVolume(model, support, query, {label, 3, model.spec.options}).papers.dice;
            dice.push_back(sum / kLabels);
        }
        result_.results.push_back(
            {"Dice change of " + nameOf(fastestType(device_)), std::abs(dice[0] - dice[1]), "points", {}, {}, "< 0.3"});
    }

    void supervoxels() {
        std::vector<double> times;
        for (int i = 0; i < rounds(5); ++i)
            times.push_back(
                seconds([&] { supervoxels_ = fewshot::supervoxels(volume_.unclipped, kSupervoxelSize, context_); },
                        torch::kCPU));
        result_.results.push_back({"supervoxels 256 x 256 x 36", median(times), "s", {}, {}, "<= 1 s"});
    }

    /// Features of a volume to files and back, beside torch::save and torch::load.
    void cache() {
        const torch::NoGradGuard noGradient;
        const ScratchFolder folder;
        auto network = frozen(Network("resnet18", 8, 1), fastestType(device_));
        const int slices = quick_ ? 4 : kSlices;
        const auto one = network->encode(images(1)).to(torch::kCPU, torch::kHalf);
        int round = 0;
        const auto keyOf = [&](int z) { return FeatureCache::key("bench", "bench", z, std::to_string(round)); };
        const auto nameOfPlain = [&](int z) { return (folder.path / (std::to_string(z) + ".pt")).string(); };
        const double scale = 1e3 / slices;
        compare(
            "features to disk", "ms/slice", scale, {}, rounds(5),
            [&] {
                ++round;
                FeatureCache cache(folder.path / "cache", 0, std::int64_t{1} << 30);
                for (int z = 0; z < slices; ++z) cache.keep(keyOf(z), one);
            },
            [&] {
                for (int z = 0; z < slices; ++z) torch::save(one.maps, nameOfPlain(z));
            });
        compare(
            "features from disk", "ms/slice", scale, {}, rounds(5),
            [&] {
                FeatureCache cache(folder.path / "cache", 0, std::int64_t{1} << 30);
                for (int z = 0; z < slices; ++z) cache.find(keyOf(z));
            },
            [&] {
                for (int z = 0; z < slices; ++z) {
                    std::vector<torch::Tensor> maps;
                    torch::load(maps, nameOfPlain(z));
                }
            });
    }

    bool quick_;
    engine::JobContext& context_;
    torch::Device device_;
    BenchVolume volume_;
    SliceStack<std::int32_t> supervoxels_;
    Model trained_;
    MemoryContext quiet_;
    ModelCache models_;
    FeatureCache features_{{}, std::int64_t{1} << 30, 0};
    Features encoded_;  ///< of the volume
    engine::BenchResult result_;
};

}  // namespace

engine::BenchResult bench(const engine::BenchRequest& request, engine::JobContext& context, torch::Device device) {
    return Bench(request, context, device).run();
}

}  // namespace protolabel::fewshot
