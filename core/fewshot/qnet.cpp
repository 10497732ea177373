#include <limits>

#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"

namespace protolabel::fewshot {

using engine::MethodOptions;

namespace {

constexpr int kRefinementSteps = 7;
constexpr double kRefinementRate = 0.01;                  // of Adam
constexpr double kFineWeight1 = 0.9, kFineWeight2 = 0.6;  // w64 of Setting 1 and 2; w32 is the rest

/// (B,1,1)
torch::Tensor thresholdsOf(const Features& features, const MethodOptions& options) {
    const auto& t = features.threshold;
    return (options.threshold ? torch::full_like(t, *options.threshold) : t).view({-1, 1, 1});
}

std::vector<torch::Tensor> pooled(const Features& slice, const torch::Tensor& mask) {
    return {pooledAtFullResolution(slice.maps[0][0], mask), pooledAtFullResolution(slice.maps[1][0], mask)};
}

/// (B,size,size) from (B,h,w) of each scale.
torch::Tensor blended(const std::vector<torch::Tensor>& probabilities, int size, const MethodOptions& options) {
    const double fine = options.fineWeight.value_or(kFineWeight1);
    return fine * upsampled(probabilities[0], size) + (1 - fine) * upsampled(probabilities[1], size);
}

torch::Tensor predicted(const Features& queries, const std::vector<torch::Tensor>& prototypes, const torch::Tensor& t,
                        int size, const MethodOptions& options) {
    std::vector<torch::Tensor> probabilities;
    for (std::size_t scale = 0; scale < prototypes.size(); ++scale)
        probabilities.push_back(thresholdScore(cosine(queries.maps[scale], prototypes[scale]), t));
    return blended(probabilities, size, options);
}

/// sigmoid of the values, scaled so that [low, high] becomes [0, 1].
torch::Tensor squashed(const torch::Tensor& values, const torch::Tensor& low, const torch::Tensor& high) {
    return torch::sigmoid((values - low) / (high - low).clamp_min(1e-12));
}

/// The prototype (C) of one slice, moved so that the features (C,h,w) with the foreground replaced by it look like the features
/// themselves. Reference: F~ = p where foreground, F elsewhere; loss = BCE(sigmoid(scaled F), sigmoid(scaled F~)), Adam on p.
/// As log x - log(1 - x) of x = sigmoid(s) is s, the loss is -mean(scaled F * sigmoid(scaled F~)) and a constant; of that mean
/// only the foreground depends on p, unless p holds the smallest or largest value of F~.
torch::Tensor refinedPrototype(const torch::Tensor& features, const torch::Tensor& start, const torch::Tensor& t,
                               int steps) {
    const torch::AutoGradMode withGradient(true);
    constexpr float infinity = std::numeric_limits<float>::infinity();
    const auto flat = features.flatten(1);  // (C,hw)
    const auto scaled = (flat - flat.min()) / (flat.max() - flat.min()).clamp_min(1e-12);
    auto prototype = start.detach().clone().requires_grad_();
    torch::optim::Adam adam({prototype}, torch::optim::AdamOptions(kRefinementRate));
    for (int step = 0; step < steps; ++step) {
        // argmax of [1 - m, m]: background on a tie
        const auto foreground = thresholdScore(cosine(features.unsqueeze(0), prototype.detach()), t).flatten().gt(0.5);
        if (!foreground.any().item<bool>()) break;
        const auto lowest = flat.masked_fill(foreground, infinity).min();
        const auto highest = flat.masked_fill(foreground, -infinity).max();
        const auto low = torch::min(lowest, prototype.min()), high = torch::max(highest, prototype.max());
        auto sum = (squashed(prototype, low, high) * scaled.matmul(foreground.to(torch::kFloat))).sum();
        if ((low < lowest).logical_or(high > highest).item<bool>())
            sum = sum + (squashed(flat, low, high) * scaled).masked_select(foreground.logical_not()).sum();
        adam.zero_grad();
        (-sum / static_cast<double>(flat.numel())).backward();
        adam.step();
    }
    return prototype.detach();
}

/// (B,C): one for each query slice.
torch::Tensor refinedPrototypes(const torch::Tensor& maps, const torch::Tensor& start, const torch::Tensor& t,
                                int steps) {
    std::vector<torch::Tensor> each;
    for (std::int64_t slice = 0; slice < maps.size(0); ++slice)
        each.push_back(refinedPrototype(maps[slice].detach(), start, t[slice].detach(), steps));
    return torch::stack(each);
}

}  // namespace

MethodOptions QNet::forSetting(const MethodOptions& options, int setting) const {
    auto result = options;
    if (!result.fineWeight) result.fineWeight = setting == 2 ? kFineWeight2 : kFineWeight1;
    return result;
}

Prototypes QNet::learnShot(const Network&, const Shot& shot, const MethodOptions&) const {
    const auto each = pooled(shot.features, shot.mask);
    return {each[1], {}, {each[0]}};
}

Segmentation QNet::segment(const Network&, const Prototypes& p, const Features& features, int size,
                           const MethodOptions& options) const {
    const auto t = thresholdsOf(features, options);
    std::vector<torch::Tensor> prototypes = {p.other[0], p.foreground};
    Segmentation result;
    result.cosine = cosine(features.maps[1], p.foreground);
    result.coarse = predicted(features, prototypes, t, size, options);
    result.refined = result.coarse;
    const int steps = options.refinementSteps.value_or(kRefinementSteps);
    if (steps == 0) return result;
    for (std::size_t scale = 0; scale < prototypes.size(); ++scale)
        prototypes[scale] = refinedPrototypes(features.maps[scale], prototypes[scale], t, steps);
    result.refined = predicted(features, prototypes, t, size, options);
    return result;
}

Losses QNet::losses(Network& network, const Episode& episode, const MethodOptions& options) const {
    const auto [support, query] = encodeEpisode(network, episode);
    const int size = static_cast<int>(episode.supportMask.size(0));
    const auto t = thresholdsOf(query, options);  // of the query in both directions
    const auto prediction = predicted(query, pooled(support, episode.supportMask), t, size, options)[0];

    Losses losses;
    losses.query = negativeLogLikelihood(prediction, episode.queryMask, 0.1, 1.0);
    const auto mask = (prediction > 0.5).to(torch::kFloat);
    losses.alignment = torch::zeros_like(losses.query);
    if (mask.any().item<bool>()) {
        const auto aligned = predicted(support, pooled(query, mask), t, size, options)[0];
        losses.alignment = negativeLogLikelihood(aligned, episode.supportMask, 1.0, 1.0);
    }
    losses.total = losses.query + losses.alignment;
    return losses;
}

}  // namespace protolabel::fewshot
