#pragma once

#include <utility>

#include "core/fewshot/method.h"

namespace protolabel::fewshot {

/// SQPFNet (methods.md): region prototypes of the support, a coarse mask, a prototype of the query's own confident pixels, their fusion.
class SqpfNet final : public Method {
public:
    std::string name() const override { return "sqpfnet"; }
    std::set<std::string> optionsRead() const override {
        return {"alpha", "regions", "background", "queryPrototype", "threshold"};
    }
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learnShot(const Network& network, const Shot& shot, const engine::MethodOptions& options) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                         const engine::MethodOptions& options) const override;
};

/// ADNet (methods.md): one prototype pooled at full resolution and the learned threshold t.
class AdNet final : public Method {
public:
    std::string name() const override { return "adnet"; }
    std::set<std::string> optionsRead() const override { return {"threshold"}; }
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learnShot(const Network& network, const Shot& shot, const engine::MethodOptions& options) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                         const engine::MethodOptions& options) const override;
};

/// The learned t, or the one that the options fix.
torch::Tensor thresholdOf(const Network& network, const engine::MethodOptions& options);

/// Both images of an episode through the encoder as one batch (so that batch norms see both): support and query features.
std::pair<Features, Features> encodeEpisode(Network& network, const Episode& episode);

}  // namespace protolabel::fewshot
