#include <algorithm>

#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"
#include "core/fewshot/regions.h"

namespace protolabel::fewshot {

using engine::Background;
using engine::MethodOptions;

namespace {

bool fuses(const MethodOptions& options) {
    return options.queryPrototype && options.alpha != 1.0;
}

torch::Tensor score(const torch::Tensor& features, const torch::Tensor& foregroundCosine,
                    const torch::Tensor& background, const torch::Tensor& t) {
    return background.defined() ? prototypeScore(foregroundCosine, cosine(features, background))
                                : thresholdScore(foregroundCosine, t);
}

/// Eq. 7 and 8: alpha p + (1 - alpha) MAP(F_q, selected); where nothing is selected, p alone.
torch::Tensor fused(const torch::Tensor& prototype, const torch::Tensor& features, const torch::Tensor& selected,
                    double alpha) {
    const auto any = selected.flatten(1).any(1).unsqueeze(1);
    const auto own = maskedAverage(features, selected.to(torch::kFloat));
    return torch::where(any, alpha * prototype + (1 - alpha) * own, prototype.unsqueeze(0));
}

}  // namespace

Prototypes SqpfNet::learnShot(const Network&, const Shot& shot, const MethodOptions& options) const {
    const auto features = shot.features.lastMapOf(0);
    const auto h = features.size(1), w = features.size(2);
    const auto cells = cellMasks(voronoiCells(shot.mask, options.regions));
    const auto regions = maskedAverage(features, areaAveraged(cells, h, w));  // (n,C)
    Prototypes result;
    // Eq. 1. No foreground, no region: zeros, as MAP gives, rather than the mean of nothing.
    result.foreground = regions.sum(0) / static_cast<double>(std::max<std::int64_t>(cells.size(0), 1));
    if (options.background == Background::Prototype)
        result.background = maskedAverage(features, areaAveraged(1 - shot.mask, h, w).unsqueeze(0)).squeeze(0);
    return result;
}

Segmentation SqpfNet::segment(const Network& network, const Prototypes& p, const Features& query, int size,
                              const MethodOptions& options) const {
    const auto& features = query.maps.back();
    const auto t = thresholdOf(network, options);
    Segmentation result;
    result.cosine = cosine(features, p.foreground);
    const auto coarse = score(features, result.cosine, p.background, t);  // Eq. 2, 3
    result.hardThreshold = (coarse.amax({1, 2}) + coarse.mean({1, 2})) / 2;
    result.coarse = upsampled(coarse, size);
    result.refined = result.coarse;
    if (!fuses(options)) return result;

    const auto foreground =
        fused(p.foreground, features, coarse >= result.hardThreshold.view({-1, 1, 1}), options.alpha);
    const auto background =
        p.background.defined() ? fused(p.background, features, 1 - coarse >= 0.5, options.alpha) : torch::Tensor();
    result.refined = upsampled(score(features, cosine(features, foreground), background, t), size);  // Eq. 9
    return result;
}

Losses SqpfNet::losses(Network& network, const Episode& episode, const MethodOptions& options) const {
    const auto [support, query] = encodeEpisode(network, episode);
    const int size = static_cast<int>(episode.supportMask.size(0));
    const auto prototypes = learnShot(network, {support, episode.supportMask}, options);
    const auto prediction = segment(network, prototypes, query, size, options).refined[0];

    Losses losses;
    losses.query = negativeLogLikelihood(prediction, episode.queryMask, 0.1, 1.0);
    // The episode with its roles exchanged: the predicted query mask must lead back to the support's mask.
    const auto predicted = (prediction >= 0.5).to(torch::kFloat);
    losses.alignment = torch::zeros_like(losses.query);
    if (predicted.any().item<bool>()) {
        const auto back = learnShot(network, {query, predicted}, options);
        const auto aligned = segment(network, back, support, size, options).refined[0];
        losses.alignment = negativeLogLikelihood(aligned, episode.supportMask, 1.0, 1.0);
    }
    losses.total = losses.query + losses.alignment;
    // As ADNet: keeps t from rising until everything is foreground.
    if (options.background == Background::Threshold)
        losses.total = losses.total + thresholdOf(network, options) / kScale;
    return losses;
}

}  // namespace protolabel::fewshot
