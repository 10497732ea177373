#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"

namespace protolabel::fewshot {

using engine::MethodOptions;

Prototypes AdNet::learnShot(const Network&, const Shot& shot, const MethodOptions&) const {
    return {pooledAtFullResolution(shot.features.lastMapOf(0), shot.mask), {}, {}};
}

Segmentation AdNet::segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                            const MethodOptions& options) const {
    Segmentation result;
    result.cosine = cosine(features.maps.back(), prototypes.foreground);
    const auto probability = thresholdScore(result.cosine, thresholdOf(network, options));
    result.coarse = upsampled(probability, size);
    result.refined = result.coarse;
    return result;
}

Losses AdNet::losses(Network& network, const Episode& episode, const MethodOptions& options) const {
    const auto [supportFeatures, queryFeatures] = encodeEpisode(network, episode);
    const auto &support = supportFeatures.maps.back(), &query = queryFeatures.maps.back();
    const int size = static_cast<int>(episode.supportMask.size(0));
    const auto t = thresholdOf(network, options);
    // As the reference pools and compares: in training mode a hundred layers amplify rounding a thousandfold in three steps, so that
    // only this order of operations follows its losses.
    const auto score = [&](const torch::Tensor& features, const torch::Tensor& prototype) {
        return thresholdScore(torch::cosine_similarity(features, prototype.view({1, -1, 1, 1}), 1), t);  // (1,h,w)
    };
    const auto probability = score(query, pooledByUpsampling(support[0], episode.supportMask));

    Losses losses;
    losses.query = negativeLogLikelihood(upsampled(probability, size)[0], episode.queryMask, 0.1, 1.0);
    const auto predicted = (probability > 0.5).to(torch::kFloat);  // argmax of [1 - m, m]: background on a tie
    losses.alignment = torch::zeros_like(losses.query);
    if (predicted.any().item<bool>()) {
        const auto aligned = upsampled(score(support, pooledByUpsampling(query[0], predicted[0])), size)[0];
        losses.alignment = negativeLogLikelihood(aligned, episode.supportMask, 1.0, 1.0);
    }
    losses.total = losses.query + losses.alignment + t / kScale;
    return losses;
}

}  // namespace protolabel::fewshot
