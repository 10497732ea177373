#include "core/fewshot/bench_plain.h"

#include <cstring>

#include "core/fewshot/checkpoint.h"
#include "core/labels/run_length.h"

namespace protolabel::fewshot {

namespace {

Network copied(const engine::ModelSpec& spec, torch::Device device) {
    Network network(spec.encoder, spec.stride, 0, findMethod(spec.method).layout());
    network->to(device);
    return network;
}

}  // namespace

Network plainNetwork(const Network& like, torch::Device device) {
    Network network(like->encoder(), like->stride(), 0, like->layout());
    copyWeights(namedWeights(*like), namedWeights(*network));
    network->to(device);
    network->eval();
    return network;
}

PlainTraining::PlainTraining(const engine::ModelSpec& spec, const EpisodeSampler& episodes, torch::Device device)
    : spec_(spec),
      episodes_(episodes),
      device_(device),
      network_(copied(spec, device)),
      optimiser_(network_->parameters(), torch::optim::SGDOptions(1e-3).momentum(0.9).weight_decay(5e-4)) {
    network_->train();
}

void PlainTraining::iterate() {
    const auto episode = episodes_.episode(0, iteration_++);
    const Episode there{episode.supportImage.to(device_), episode.supportMask.to(device_),
                        episode.queryImage.to(device_), episode.queryMask.to(device_)};
    optimiser_.zero_grad();
    findMethod(spec_.method).losses(network_, there, spec_.options).total.backward();
    optimiser_.step();
}

std::size_t plainPrediction(const Method& method, const Network& network, const std::vector<Shot>& supports,
                            const Features& features, int size, const engine::MethodOptions& options) {
    std::vector<Prototypes> learned;
    for (const auto& support : supports) learned.push_back(method.learn(network, {support}, options));
    std::size_t bytes = 0;
    for (std::int64_t z = 0; z < features.count(); ++z) {
        std::vector<torch::Tensor> maps;
        for (const auto& prototypes : learned)
            maps.push_back(method.segment(network, prototypes, features.at(z), size, options).refined[0]);
        const auto probabilities = torch::stack(maps);
        const auto winner = probabilities.argmax(0);
        for (std::size_t i = 0; i < maps.size(); ++i) {
            const auto mine = (winner == static_cast<std::int64_t>(i)).to(torch::kFloat);
            const auto limit = 127 + 128 * mine;
            const auto values =
                torch::minimum((maps[i] * 256).floor(), limit).clamp(0, 255).to(torch::kByte).contiguous();
            labels::ProbabilitySlice slice(size, size);
            std::memcpy(slice.pixels.data(), values.to(torch::kCPU).data_ptr<std::uint8_t>(), slice.pixels.size());
            bytes += labels::encodeRuns(slice).size();
        }
    }
    return bytes;
}

}  // namespace protolabel::fewshot
