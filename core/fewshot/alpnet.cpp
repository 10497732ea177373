#include <algorithm>

#include "core/fewshot/directions.h"
#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"

namespace protolabel::fewshot {

using engine::MethodOptions;

namespace {

constexpr double kCovered = 0.95;  // a cell that is mostly one class
constexpr std::int64_t kTrainingGrid = 8, kWindow = 2, kFallbackWindow = 4;

struct Classes {
    torch::Tensor object;  ///< (C) MAP of the foreground
    Directions foreground, background;
};

/// (H,W) -> (h,w)
torch::Tensor onGrid(const torch::Tensor& mask, const torch::Tensor& features) {
    return torch::upsample_bilinear2d(mask.view({1, 1, mask.size(0), mask.size(1)}),
                                      {features.size(1), features.size(2)}, false)
        .view({features.size(1), features.size(2)});
}

/// (n,C) means of `features` over the cells of window x window that `mask` covers.
torch::Tensor localPrototypes(const torch::Tensor& features, const torch::Tensor& mask, std::int64_t window) {
    const auto means = torch::avg_pool2d(features.unsqueeze(0), {window, window})[0].flatten(1).t();
    const auto cover = torch::avg_pool2d(mask.view({1, 1, mask.size(0), mask.size(1)}), {window, window}).flatten();
    return means.index_select(0, torch::nonzero(cover > kCovered).flatten());
}

/// `mask`: (H,W); features (C,h,w), pooled in cells of `window`.
Classes learned(const torch::Tensor& features, const torch::Tensor& mask, std::int64_t window) {
    const auto foreground = onGrid(mask, features), background = onGrid(1 - mask, features);
    const auto object = maskedAverage(features, foreground.unsqueeze(0));  // (1,C)
    auto own = object;
    const auto wide = std::min(kFallbackWindow, features.size(1));
    const auto widest = torch::avg_pool2d(foreground.view({1, 1, features.size(1), features.size(2)}), {wide, wide});
    if (widest.max().item<double>() >= kCovered)
        own = torch::cat({localPrototypes(features, foreground, window), object});
    auto other = localPrototypes(features, background, window);
    if (other.size(0) == 0) other = maskedAverage(features, background.unsqueeze(0));
    return {object[0], directionsOf(own), directionsOf(other)};
}

/// (B,2,size,size): background, foreground.
torch::Tensor logitsOf(const torch::Tensor& features, const Directions& background, const Directions& foreground,
                       int size) {
    const auto unit = unitVectors(features);
    const auto scores = torch::stack({score(unit, background), score(unit, foreground)}, 1);
    return torch::upsample_bilinear2d(scores, {size, size}, false);
}

torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& mask, double backgroundWeight) {
    return torch::nll_loss2d(torch::log_softmax(logits, 1), mask.to(torch::kLong).unsqueeze(0),
                             torch::tensor({backgroundWeight, 1.0}, logits.options()));
}

}  // namespace

Prototypes AlpNet::learnShot(const Network&, const Shot& shot, const MethodOptions&) const {
    const auto features = shot.features.lastMapOf(0);
    const auto p = learned(features, shot.mask, std::min(kWindow, features.size(1)));
    return {p.object, {}, stored(p.foreground, p.background)};
}

Prototypes AlpNet::combined(const std::vector<Prototypes>& each, const std::vector<double>& weights) const {
    return joined(each, weights);
}

torch::Tensor AlpNet::logits(const Prototypes& p, const Features& features, int size) const {
    return logitsOf(features.maps.back(), backgroundOf(p), foregroundOf(p), size);
}

Segmentation AlpNet::segment(const Network&, const Prototypes& prototypes, const Features& features, int size,
                             const MethodOptions&) const {
    Segmentation result;
    result.cosine = cosine(features.maps.back(), prototypes.foreground);
    result.coarse = torch::softmax(logits(prototypes, features, size), 1).select(1, 1);
    result.refined = result.coarse;
    return result;
}

Losses AlpNet::losses(Network& network, const Episode& episode, const MethodOptions&) const {
    const auto [supportFeatures, queryFeatures] = encodeEpisode(network, episode);
    const auto &support = supportFeatures.maps.back(), &query = queryFeatures.maps.back();
    const int size = static_cast<int>(episode.supportMask.size(0));
    const auto window = std::max<std::int64_t>(1, support.size(2) / kTrainingGrid);
    const auto p = learned(support[0], episode.supportMask, window);
    const auto prediction = logitsOf(query, p.background, p.foreground, size);

    Losses losses;
    losses.query = crossEntropy(prediction, episode.queryMask, 0.1);
    // The reference does not skip an empty prediction: its prototype of zeros pulls the foreground back.
    const auto back = learned(query[0], prediction.argmax(1)[0].to(torch::kFloat), window);
    losses.alignment =
        crossEntropy(logitsOf(support, back.background, back.foreground, size), episode.supportMask, 1.0);
    losses.total = losses.query + losses.alignment;
    return losses;
}

}  // namespace protolabel::fewshot
