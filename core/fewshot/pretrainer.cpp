#include "core/fewshot/pretrainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "core/base/sha256.h"
#include "core/engine/method_options.h"
#include "core/fewshot/adam_w.h"
#include "core/fewshot/checkpoint.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/pair_loss.h"
#include "core/fewshot/sample_queue.h"

namespace protolabel::fewshot {

namespace {

constexpr int kPairsAhead = 12;
constexpr double kLargestRate = 4e-4, kWarmUp = 100;  // iterations
constexpr double kAverage = 0.998;
/// Of real images more looks like a prototype than of synthetic ones, so that the t learned here covers too much: prediction is stricter
/// by this (0.25 in the logit of a pixel). Chosen on fold 0 of two data sets.
constexpr double kMargin = 0.5;

using Clock = std::chrono::steady_clock;

double learningRate(std::int64_t iteration, std::int64_t iterations) {
    const double warm = std::min(1.0, static_cast<double>(iteration + 1) / kWarmUp);
    const double done = static_cast<double>(iteration) / static_cast<double>(iterations);
    return kLargestRate * warm * 0.5 * (1 + std::cos(std::numbers::pi * done));
}

NamedTensors copied(const NamedTensors& tensors) {
    NamedTensors result;
    for (const auto& [name, tensor] : tensors) result[name] = tensor.detach().clone();
    return result;
}

std::string identityOf(const engine::PretrainRequest& request) {
    const std::string text =
        nlohmann::json{{"encoder", request.encoder}, {"stride", request.stride}, {"seed", request.seed}}.dump();
    return sha256Hex(Bytes(text.begin(), text.end()));
}

}  // namespace

struct Pretrainer::State {
    State(const engine::PretrainRequest& given, torch::Device givenDevice)
        : request(given),
          device(givenDevice),
          network(request.encoder, request.stride, request.seed),
          adam(prepared(network, device)),
          average(copied(namedWeights(*network))) {}

    static const torch::nn::Module& prepared(Network& network, torch::Device device) {
        network->to(device);
        network->computeIn(fastestType(device));
        if (device.is_cpu())
            for (auto& parameter : network->parameters())
                if (parameter.dim() == 4) parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
        return *network;
    }

    engine::PretrainRequest request;
    torch::Device device;
    Network network;
    AdamW adam;
    NamedTensors average;
    std::int64_t iteration = 0;
    LossHistory history;

    double step(SampleQueue<PairSample>& queue) {
        std::vector<PairSample> samples;
        std::vector<torch::Tensor> images;
        for (int i = 0; i < kPairs; ++i) {
            samples.push_back(queue.next());
            images.push_back(samples.back().images);
        }
        network->train();
        const auto batch = uploaded(torch::cat(images), device);
        const auto features =
            network->encode(batch.expand({batch.size(0), 3, batch.size(2), batch.size(3)})).maps.front();
        std::vector<torch::Tensor> losses;
        for (int i = 0; i < kPairs; ++i) {
            samples[i].masks = uploaded(samples[i].masks, device);
            const auto loss = pairLoss(features.slice(0, 2 * i, 2 * i + 2), samples[i], network->threshold);
            if (loss.defined()) losses.push_back(loss);
        }
        const auto total = losses.empty() ? features.sum() * 0 : torch::stack(losses).mean();
        const float loss = total.item<float>();
        if (!std::isfinite(loss))
            throw Error("train.diverged",
                        "the loss is no longer a number at iteration {0}; start again with another seed",
                        {std::to_string(iteration + 1)});
        total.backward();
        adam.step(learningRate(iteration, request.iterations), iteration + 1);
        ++iteration;
        updateAverage();
        history.push_back(loss);
        return loss;
    }

    void updateAverage() {
        const torch::NoGradGuard noGradient;
        // The first weights are soon forgotten.
        const auto n = static_cast<double>(iteration);
        const double keep = std::min(kAverage, n / (n + 9));
        for (const auto& [name, tensor] : namedWeights(*network)) {
            if (tensor.is_floating_point())
                average[name].lerp_(tensor, 1 - keep);
            else
                average[name].copy_(tensor);
        }
    }
};

Pretrainer::Pretrainer(const engine::PretrainRequest& request, torch::Device device)
    : state_(std::make_shared<State>(request, device)) {}

void Pretrainer::run(JobControl& control, const Each& each) {
    State& state = *state_;
    if (state.iteration >= state.request.iterations) return;  // resumed after its end
    const auto seed = state.request.seed;
    SampleQueue<PairSample> queue([seed](std::int64_t index) { return sampleOf(synthesis::synthesise(seed, index)); },
                                  state.iteration * kPairs, state.request.iterations * kPairs, kPairsAhead);
    while (state.iteration < state.request.iterations) {
        control.check();
        const auto start = Clock::now();
        const double loss = state.step(queue);
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        control.progress({"train",
                          state.iteration,
                          state.request.iterations,
                          {{"loss", recentLoss()}, {"seconds_per_iteration", seconds}}});
        if (each) each(state.iteration, loss);
        control.yield();
    }
}

Bytes Pretrainer::checkpoint() const {
    const State& state = *state_;
    auto optimizer = state.adam.state();
    for (const auto& [name, tensor] : state.average) optimizer["average." + name] = tensor;
    return encode(
        Checkpoint{identityOf(state.request), state.iteration, state.history, namedWeights(*state.network), optimizer});
}

void Pretrainer::restore(const Bytes& bytes) {
    State& state = *state_;
    const Checkpoint saved = decodeCheckpoint(bytes);
    if (saved.identity != identityOf(state.request))
        throw Error("checkpoint.other",
                    "the checkpoint belongs to a pretraining with another encoder or seed; start without resuming");
    auto optimizer = state.adam.state();
    for (const auto& [name, tensor] : state.average) optimizer["average." + name] = tensor;
    const NamedTensors weights = namedWeights(*state.network);
    checkSameShapes(saved.weights, weights);
    checkSameShapes(saved.momentum, optimizer);
    copyWeights(saved.weights, weights);
    copyWeights(saved.momentum, optimizer);
    state.iteration = saved.iteration;
    state.history = saved.losses;
}

std::int64_t Pretrainer::iteration() const {
    return state_->iteration;
}

double Pretrainer::recentLoss() const {
    return fewshot::recentLoss(state_->history);
}

Model Pretrainer::model() const {
    const State& state = *state_;
    Model model;
    model.spec.encoder = state.request.encoder;
    model.spec.stride = state.request.stride;
    model.spec.options = engine::defaultOptions(model.spec.method);
    model.iterations = state.iteration;
    model.loss = recentLoss();
    model.losses = lossCurve(state.history);
    model.provenance = state.request.provenance;
    model.network = Network(model.spec.encoder, model.spec.stride, 0);
    copyWeights(state.average, namedWeights(*model.network));
    const torch::NoGradGuard noGradient;
    model.network->threshold.sub_(kMargin);
    return model;
}

}  // namespace protolabel::fewshot
