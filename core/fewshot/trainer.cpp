#include "core/fewshot/trainer.h"

#include <chrono>
#include <cmath>
#include <string>
#include <utility>

#include "core/fewshot/checkpoint.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/episode_sampler.h"
#include "core/fewshot/method.h"
#include "core/fewshot/sample_queue.h"
#include "core/fewshot/sgd.h"
#include "core/fewshot/training_run.h"

namespace protolabel::fewshot {

namespace {

constexpr int kEpisodesAhead = 3;
constexpr int kWarmUpIterations = 1, kMeasuredIterations = 3;

using Clock = std::chrono::steady_clock;

Network makeNetwork(const engine::TrainRequest& request, torch::Device device, const Model* initial) {
    const Method& method = findMethod(request.spec.method);
    checkOptions(method, request.spec.options);
    Network network(request.spec.encoder, request.spec.stride, request.seed, method.layout());
    if (initial != nullptr) {
        const auto& given = initial->spec;
        if (given.encoder != request.spec.encoder || given.stride != request.spec.stride)
            throw Error(
                "train.initial",
                "the initial model is a {0} of stride {1}, not a {2} of stride {3}; train that one or start afresh",
                {given.encoder, std::to_string(given.stride), request.spec.encoder,
                 std::to_string(request.spec.stride)});
        copySharedWeights(namedWeights(*initial->network), namedWeights(*network));
    }
    network->to(device);
    network->computeIn(fastestType(device));
    // On a CPU an iteration takes a twentieth less in this memory layout.
    if (device.is_cpu())
        for (auto& parameter : network->parameters())
            if (parameter.dim() == 4) parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    return network;
}

Episode onDevice(const Episode& episode, torch::Device device) {
    const auto image = [&](const torch::Tensor& t) {
        return uploaded(t.narrow(1, 0, 1), device).expand({-1, 3, -1, -1});
    };
    return {image(episode.supportImage), uploaded(episode.supportMask, device), image(episode.queryImage),
            uploaded(episode.queryMask, device)};
}

}  // namespace

struct Trainer::State {
    State(const engine::TrainRequest& given, std::vector<TrainingVolume> givenVolumes, torch::Device givenDevice,
          const Model* initial)
        : request(given),
          volumes(std::move(givenVolumes)),
          sampler(volumes, request.labelShare),
          device(givenDevice),
          network(makeNetwork(request, device, initial)),
          sgd(*network) {}

    engine::TrainRequest request;
    std::vector<TrainingVolume> volumes;
    EpisodeSampler sampler;
    torch::Device device;
    Network network;
    Sgd sgd;
    std::int64_t iteration = 0;
    LossHistory history;

    void train(std::int64_t iterations, JobControl& control, const Each& each) {
        if (iteration >= iterations) return;
        SampleQueue<Episode> episodes([this](std::int64_t index) { return sampler.episode(request.seed, index); },
                                      iteration, iterations, kEpisodesAhead);
        while (iteration < iterations) {
            control.check();
            const double loss = step(episodes.next());
            each(iteration, loss);
            control.yield();
        }
    }

    double step(const Episode& episode) {
        network->train();
        const Method& method = findMethod(request.spec.method);
        const Losses losses = method.losses(network, onDevice(episode, device), request.spec.options);
        const float loss = losses.total.item<float>();
        if (!std::isfinite(loss))
            throw Error(
                "train.diverged",
                "the loss is no longer a number at iteration {0}; start again with another seed or initial model, or "
                "look for extreme intensities in the images",
                {std::to_string(iteration + 1)});
        losses.total.backward();
        sgd.step(Sgd::learningRate(iteration));
        ++iteration;
        history.push_back(loss);
        return loss;
    }
};

Trainer::Trainer(const engine::TrainRequest& request, std::vector<TrainingVolume> volumes, torch::Device device,
                 const Model* initial)
    : state_(std::make_shared<State>(request, std::move(volumes), device, initial)) {}

void Trainer::run(std::int64_t iterations, JobControl& control, const Each& each) {
    auto last = Clock::now();
    state_->train(iterations, control, [&](std::int64_t iteration, double loss) {
        control.progress(
            {"train", iteration, iterations, {{"loss", recentLoss()}, {"seconds_per_iteration", secondsSince(last)}}});
        if (each) each(iteration, loss);
        last = Clock::now();
    });
}

double Trainer::measureRate(JobControl& control) {
    state_->train(iteration() + kWarmUpIterations, control, [](auto, auto) {});
    const auto start = Clock::now();
    state_->train(iteration() + kMeasuredIterations, control, [](auto, auto) {});
    return secondsSince(start) / kMeasuredIterations;
}

Bytes Trainer::checkpoint() const {
    const State& state = *state_;
    return encode(Checkpoint{trainingIdentity(state.request), state.iteration, state.history,
                             namedWeights(*state.network), state.sgd.momentum()});
}

void Trainer::restore(const Bytes& bytes) {
    State& state = *state_;
    const Checkpoint saved = decodeCheckpoint(bytes);
    if (saved.identity != trainingIdentity(state.request))
        throw Error("checkpoint.other",
                    "the checkpoint belongs to a training with other volumes, options or seed; start without resuming");
    const NamedTensors weights = namedWeights(*state.network);
    checkSameShapes(saved.weights, weights);
    checkSameShapes(saved.momentum, state.sgd.momentum());
    copyWeights(saved.weights, weights);
    copyWeights(saved.momentum, state.sgd.momentum());
    state.iteration = saved.iteration;
    state.history = saved.losses;
}

std::int64_t Trainer::iteration() const {
    return state_->iteration;
}

double Trainer::recentLoss() const {
    return fewshot::recentLoss(state_->history);
}

Model Trainer::model() const {
    return {state_->request.spec,       state_->iteration,          recentLoss(),
            lossCurve(state_->history), state_->request.provenance, state_->network};
}

}  // namespace protolabel::fewshot
