#pragma once

#include "core/fewshot/method.h"

namespace protolabel::fewshot {

/// SQPFNet (methods.md): region prototypes of the support, a coarse mask, a prototype of the query's own confident pixels, their fusion.
class SqpfNet final : public Method {
public:
    std::string name() const override { return "sqpfnet"; }
    engine::MethodOptions defaults() const override { return {}; }
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learn(const Network& network, const std::vector<Shot>& shots,
                     const engine::MethodOptions& options) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const torch::Tensor& features, int size,
                         const engine::MethodOptions& options) const override;
};

/// ADNet (methods.md): one prototype pooled at full resolution and the learned threshold t. Of the options only `threshold` is read.
class AdNet final : public Method {
public:
    std::string name() const override { return "adnet"; }
    engine::MethodOptions defaults() const override;
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learn(const Network& network, const std::vector<Shot>& shots,
                     const engine::MethodOptions& options) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const torch::Tensor& features, int size,
                         const engine::MethodOptions& options) const override;
};

/// The learned t, or the one that the options fix.
torch::Tensor thresholdOf(const Network& network, const engine::MethodOptions& options);

/// Both images of an episode through the encoder as one batch (so that batch norms see both): support and query features (1,C,h,w).
std::pair<torch::Tensor, torch::Tensor> encodeEpisode(Network& network, const Episode& episode);

/// `average` over the shots by weight; throws Error "method.no_support" when the weights add up to nothing.
torch::Tensor weightedMean(const std::vector<Shot>& shots, const std::vector<torch::Tensor>& values);

}  // namespace protolabel::fewshot
