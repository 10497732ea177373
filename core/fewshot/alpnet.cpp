#include <algorithm>
#include <array>
#include <cmath>

#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"

namespace protolabel::fewshot {

using engine::MethodOptions;

namespace {

constexpr double kCovered = 0.95;  // a cell that is mostly one class
constexpr std::int64_t kTrainingGrid = 8, kWindow = 2, kFallbackWindow = 4;
constexpr double kSmallestNorm = 1e-4;
constexpr std::int64_t kScoresAtOnce = std::int64_t{1} << 24;

/// Directions that one class is compared with, and how much each counts.
struct Directions {
    torch::Tensor vectors;     ///< (n,C), of length 1
    torch::Tensor logWeights;  ///< (n)
};

struct Classes {
    torch::Tensor object;  ///< (C) MAP of the foreground
    Directions foreground, background;
};

torch::Tensor directions(const torch::Tensor& vectors) {
    return vectors / vectors.norm(2, 1, true).clamp_min(kSmallestNorm);
}

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

Directions counted(const torch::Tensor& vectors) {
    return {directions(vectors), torch::zeros({vectors.size(0)}, vectors.options())};
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
    return {object[0], counted(own), counted(other)};
}

/// sum_k softmax_k(d_k) d_k with d_k = a cos: (B,h,w) from features (B,C,h,w) of length 1.
torch::Tensor score(const torch::Tensor& unit, const Directions& directions) {
    const auto pixels = unit.permute({0, 2, 3, 1}).reshape({-1, unit.size(1)});
    const auto rows = std::max<std::int64_t>(1, kScoresAtOnce / directions.vectors.size(0));
    std::vector<torch::Tensor> parts;
    for (const auto& some : pixels.split(rows)) {
        const auto d = kScale * some.matmul(directions.vectors.t());
        parts.push_back((torch::softmax(d + directions.logWeights, 1) * d).sum(1));
    }
    return torch::cat(parts).view({unit.size(0), unit.size(2), unit.size(3)});
}

/// (B,2,size,size): background, foreground.
torch::Tensor logitsOf(const torch::Tensor& features, const Directions& background, const Directions& foreground,
                       int size) {
    const auto unit = directions(features);
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
    return {
        p.object, {}, {p.foreground.vectors, p.foreground.logWeights, p.background.vectors, p.background.logWeights}};
}

/// A shot of twice the weight counts as two shots: its directions enter the softmax twice.
Prototypes AlpNet::combined(const std::vector<Prototypes>& each, const std::vector<double>& weights) const {
    std::vector<torch::Tensor> objects;
    std::array<std::vector<torch::Tensor>, 4> parts;
    for (std::size_t i = 0; i < each.size(); ++i) {
        objects.push_back(each[i].foreground);
        if (!(weights[i] > 0)) continue;
        for (std::size_t part = 0; part < parts.size(); part += 2) {
            parts[part].push_back(each[i].other[part]);
            parts[part + 1].push_back(each[i].other[part + 1] + std::log(weights[i]));
        }
    }
    Prototypes result{weightedMean(objects, weights), {}, {}};
    for (const auto& part : parts) result.other.push_back(torch::cat(part));
    return result;
}

torch::Tensor AlpNet::logits(const Prototypes& p, const Features& features, int size) const {
    return logitsOf(features.maps.back(), {p.other[2], p.other[3]}, {p.other[0], p.other[1]}, size);
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
