#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"

namespace protolabel::fewshot {

using engine::MethodOptions;

MethodOptions AdNet::defaults() const {
    MethodOptions options;
    options.alpha = 1;
    options.queryPrototype = false;
    return options;
}

Prototypes AdNet::learn(const Network&, const std::vector<Shot>& shots, const MethodOptions&) const {
    std::vector<torch::Tensor> each;
    for (const auto& shot : shots) {
        const auto weights = pulledBack(shot.mask, shot.features.size(1), shot.features.size(2));
        each.push_back(maskedAverage(shot.features, weights.unsqueeze(0)).squeeze(0));
    }
    Prototypes result;
    result.foreground = weightedMean(shots, each);
    result.regions = torch::stack(each);
    return result;
}

Segmentation AdNet::segment(const Network& network, const Prototypes& prototypes, const torch::Tensor& features,
                            int size, const MethodOptions& options) const {
    Segmentation result;
    result.cosine = cosine(features, prototypes.foreground);
    const auto probability = thresholdScore(result.cosine, thresholdOf(network, options));
    result.hardThreshold = torch::full({features.size(0)}, 0.5, features.options());
    result.coarse = upsampled(probability, size);
    result.refined = result.coarse;
    return result;
}

Losses AdNet::losses(Network& network, const Episode& episode, const MethodOptions& options) const {
    const auto [support, query] = encodeEpisode(network, episode);
    const int size = static_cast<int>(episode.supportMask.size(0));
    const auto t = thresholdOf(network, options);
    const auto prototypes = learn(network, {{support[0], episode.supportMask}}, options);
    const auto probability = thresholdScore(cosine(query, prototypes.foreground), t);  // (1,h,w)

    Losses losses;
    losses.query = negativeLogLikelihood(upsampled(probability, size)[0], episode.queryMask, 0.1, 1.0);
    const auto predicted = (probability > 0.5).to(torch::kFloat);  // argmax of [1 - m, m]: background on a tie
    losses.alignment = torch::zeros_like(losses.query);
    if (predicted.any().item<bool>()) {
        const auto back = maskedAverage(query, predicted);
        const auto aligned = upsampled(thresholdScore(cosine(support, back), t), size)[0];
        losses.alignment = negativeLogLikelihood(aligned, episode.supportMask, 1.0, 1.0);
    }
    losses.total = losses.query + losses.alignment + t / kScale;
    return losses;
}

}  // namespace protolabel::fewshot
