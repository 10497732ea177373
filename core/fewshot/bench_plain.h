#pragma once

#include <cstdint>
#include <vector>

#include <torch/torch.h>

#include "core/fewshot/episode_sampler.h"
#include "core/fewshot/method.h"

/// What a straightforward program with LibTorch does: single precision, memory in the order of the axes, batch norms as layers, one thing
/// after the other. The measurements in bench.h are beside these.
namespace protolabel::fewshot {

/// The encoder of `like`, not prepared for anything.
Network plainNetwork(const Network& like, torch::Device device);

/// Episodes made in line, torch::optim::SGD.
class PlainTraining {
public:
    PlainTraining(const engine::ModelSpec& spec, const EpisodeSampler& episodes, torch::Device device);
    void iterate();

private:
    engine::ModelSpec spec_;
    const EpisodeSampler& episodes_;
    torch::Device device_;
    Network network_;
    torch::optim::SGD optimiser_;
    std::int64_t iteration_ = 0;
};

/// Prototypes, cosines, probabilities and run-length coded answers, slice by slice and label by label.
/// `supports`: one per label; `features`: of all slices. Returns the bytes of the answers.
std::size_t plainPrediction(const Method& method, const Network& network, const std::vector<Shot>& supports,
                            const Features& features, int size, const engine::MethodOptions& options);

}  // namespace protolabel::fewshot
