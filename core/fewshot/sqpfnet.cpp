#include <algorithm>

#include "core/fewshot/directions.h"
#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"
#include "core/fewshot/regions.h"

namespace protolabel::fewshot {

using engine::Background;
using engine::MethodOptions;

namespace {

constexpr double kFilled = 0.7;            // of a cell
constexpr std::int64_t kMostCells = 1024;  // a class is compared with

bool fuses(const MethodOptions& options) {
    return options.queryPrototype && options.alpha != 1.0;
}

/// Background::Cells, see the class.
torch::Tensor cellScore(const torch::Tensor& features, const torch::Tensor& foregroundCosine, const Prototypes& p,
                        const torch::Tensor& t) {
    const auto unit = unitVectors(features);
    auto object = kScale * foregroundCosine, rest = -t;
    if (const auto cells = foregroundOf(p); cells.vectors.size(0) > 0)
        object = torch::maximum(object, score(unit, cells));
    if (const auto cells = backgroundOf(p); cells.vectors.size(0) > 0) rest = torch::maximum(rest, score(unit, cells));
    return torch::sigmoid(0.5 * (object - rest));
}

/// `foregroundCosine`: with p.foreground.
torch::Tensor foregroundScore(const torch::Tensor& features, const torch::Tensor& foregroundCosine, const Prototypes& p,
                              const torch::Tensor& t) {
    if (p.background.defined()) return prototypeScore(foregroundCosine, cosine(features, p.background));
    return p.other.empty() ? thresholdScore(foregroundCosine, t) : cellScore(features, foregroundCosine, p, t);
}

/// The columns of (C,h,w) features where `chosen` (h,w) is true: (n,C).
torch::Tensor cellsWhere(const torch::Tensor& features, const torch::Tensor& chosen) {
    return features.flatten(1).t().index_select(0, torch::nonzero(chosen.flatten()).flatten());
}

/// Eq. 7 and 8: alpha p + (1 - alpha) MAP(F_q, selected); where nothing is selected, p alone.
torch::Tensor fused(const torch::Tensor& prototype, const torch::Tensor& features, const torch::Tensor& selected,
                    double alpha) {
    const auto any = selected.flatten(1).any(1).unsqueeze(1);
    const auto own = maskedAverage(features, selected.to(torch::kFloat));
    return torch::where(any, alpha * prototype + (1 - alpha) * own, prototype.unsqueeze(0));
}

}  // namespace

torch::Tensor SqpfNet::regionsOf(const torch::Tensor& mask, const MethodOptions& options) const {
    return voronoiCells(mask, options.regions);
}

Prototypes SqpfNet::learnShot(const Network&, const Shot& shot, const MethodOptions& options) const {
    const auto features = shot.features.lastMapOf(0);
    const auto h = features.size(1), w = features.size(2);
    const auto cells = cellMasks(regionsOf(shot.mask, options));
    const auto regions = maskedAverage(features, areaAveraged(cells, h, w));  // (n,C)
    Prototypes result;
    // Eq. 1. No foreground, no region: zeros, as MAP gives, rather than the mean of nothing.
    result.foreground = regions.sum(0) / static_cast<double>(std::max<std::int64_t>(cells.size(0), 1));
    if (options.background == Background::Prototype)
        result.background = maskedAverage(features, areaAveraged(1 - shot.mask, h, w).unsqueeze(0)).squeeze(0);
    if (options.background == Background::Cells) {
        const auto part = areaAveraged(shot.mask, h, w);
        result.other = stored(directionsOf(cellsWhere(features, part > kFilled)),
                              directionsOf(cellsWhere(features, part < 1 - kFilled)));
    }
    return result;
}

Prototypes SqpfNet::combined(const std::vector<Prototypes>& each, const std::vector<double>& weights) const {
    if (each.front().other.empty()) return Method::combined(each, weights);
    auto result = joined(each, weights);
    result.other = stored(thinned(foregroundOf(result), kMostCells), thinned(backgroundOf(result), kMostCells));
    return result;
}

Segmentation SqpfNet::segment(const Network& network, const Prototypes& p, const Features& query, int size,
                              const MethodOptions& options) const {
    const auto& features = query.maps.back();
    const auto t = thresholdOf(network, options);
    Segmentation result;
    result.cosine = cosine(features, p.foreground);
    const auto coarse = foregroundScore(features, result.cosine, p, t);  // Eq. 2, 3
    result.hardThreshold = (coarse.amax({1, 2}) + coarse.mean({1, 2})) / 2;
    result.selected = coarse >= result.hardThreshold.view({-1, 1, 1});
    result.coarse = upsampled(coarse, size);
    result.refined = result.coarse;
    if (!fuses(options)) return result;

    auto own = p;
    own.foreground = fused(p.foreground, features, result.selected, options.alpha);
    if (p.background.defined()) own.background = fused(p.background, features, 1 - coarse >= 0.5, options.alpha);
    result.refined = upsampled(foregroundScore(features, cosine(features, own.foreground), own, t), size);  // Eq. 9
    return result;
}

Losses SqpfNet::losses(Network& network, const Episode& episode, const MethodOptions& given) const {
    auto options = given;
    if (options.background == Background::Cells) options.background = Background::Threshold;
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
