#include <algorithm>
#include <utility>

#include "core/fewshot/direction_sets.h"
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

/// What pixels score (B,h,w) with the cells that an object fills and with those that it leaves free; undefined where there are none.
struct CellScores {
    torch::Tensor object, rest;
};

/// Of each class on the same query features.
std::vector<CellScores> cellScores(const Network& network, const std::vector<Sought>& classes,
                                   const torch::Tensor& features) {
    std::vector<CellScores> result(classes.size());
    std::vector<Directions> sets;
    std::vector<torch::Tensor*> places;
    const auto add = [&](const Directions& cells, torch::Tensor& place) {
        if (cells.vectors.size(0) == 0) return;
        sets.push_back(cells);
        places.push_back(&place);
    };
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].prototypes.other.empty()) continue;
        add(foregroundOf(classes[i].prototypes), result[i].object);
        add(backgroundOf(classes[i].prototypes), result[i].rest);
    }
    if (sets.empty()) return result;
    const auto scores = DirectionSets(std::move(sets), network->computesIn()).scores(features);
    for (std::size_t i = 0; i < places.size(); ++i) *places[i] = scores[static_cast<std::int64_t>(i)];
    return result;
}

/// Background::Cells, see the class.
torch::Tensor cellScore(const torch::Tensor& foregroundCosine, const CellScores& cells, const torch::Tensor& t) {
    auto object = kScale * foregroundCosine, rest = -t;
    if (cells.object.defined()) object = torch::maximum(object, cells.object);
    if (cells.rest.defined()) rest = torch::maximum(rest, cells.rest);
    return torch::sigmoid(0.5 * (object - rest));
}

/// `foregroundCosine`: with p.foreground.
torch::Tensor foregroundScore(const torch::Tensor& features, const torch::Tensor& foregroundCosine, const Prototypes& p,
                              const CellScores& cells, const torch::Tensor& t) {
    if (p.background.defined()) return prototypeScore(foregroundCosine, cosine(features, p.background));
    return p.other.empty() ? thresholdScore(foregroundCosine, t) : cellScore(foregroundCosine, cells, t);
}

/// Those of each cell's features (hw,C) where `chosen` (h,w) is true.
Directions cellsWhere(const torch::Tensor& each, const torch::Tensor& chosen) {
    return directionsOf(each.index_select(0, torch::nonzero(chosen.flatten()).flatten()));
}

/// Eq. 7 and 8: alpha p + (1 - alpha) MAP(F_q, selected); where nothing is selected, p alone.
torch::Tensor fused(const torch::Tensor& prototype, const torch::Tensor& features, const torch::Tensor& selected,
                    double alpha) {
    const auto any = selected.flatten(1).any(1).unsqueeze(1);
    const auto own = maskedAverage(features, selected.to(torch::kFloat));
    return torch::where(any, alpha * prototype + (1 - alpha) * own, prototype.unsqueeze(0));
}

Segmentation segmented(const Prototypes& p, const CellScores& cells, const torch::Tensor& features,
                       const torch::Tensor& t, int size, const MethodOptions& options) {
    Segmentation result;
    result.cosine = cosine(features, p.foreground);
    const auto coarse = foregroundScore(features, result.cosine, p, cells, t);  // Eq. 2, 3
    result.hardThreshold = (coarse.amax({1, 2}) + coarse.mean({1, 2})) / 2;
    result.selected = coarse >= result.hardThreshold.view({-1, 1, 1});
    result.coarse = upsampled(coarse, size);
    result.refined = result.coarse;
    if (!fuses(options)) return result;

    auto own = p;
    own.foreground = fused(p.foreground, features, result.selected, options.alpha);
    if (p.background.defined()) own.background = fused(p.background, features, 1 - coarse >= 0.5, options.alpha);
    const auto finer = foregroundScore(features, cosine(features, own.foreground), own, cells, t);
    result.refined = upsampled(finer, size);  // Eq. 9
    return result;
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
        const auto each = features.flatten(1).t().contiguous();
        result.other = stored(cellsWhere(each, part > kFilled), cellsWhere(each, part < 1 - kFilled));
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
    return segmentEach(network, {{p, options}}, query, size).front();
}

std::vector<Segmentation> SqpfNet::segmentEach(const Network& network, const std::vector<Sought>& classes,
                                               const Features& query, int size) const {
    const auto& features = query.maps.back();
    const auto cells = cellScores(network, classes, features);
    std::vector<Segmentation> found;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto& [p, options] = classes[i];
        found.push_back(segmented(p, cells[i], features, thresholdOf(network, options), size, options));
    }
    return found;
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
