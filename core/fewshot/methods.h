#pragma once

#include <utility>

#include "core/fewshot/method.h"

namespace protolabel::fewshot {

/// SQPFNet (methods.md): region prototypes of the support, a coarse mask, a prototype of the query's own confident pixels, their fusion.
/// With Background::Cells, which is trained as the threshold reading, the cells of the support's slice help to tell the classes apart, as in
/// ALPNet: m_f = sigmoid(0.5 (f - b)), f the larger of a cos(F_q, p) and the score of the cells that the object fills, b the larger of -t and
/// the score of those that it leaves free (70 % of a cell each). Where there are no such cells this is the threshold reading.
class SqpfNet final : public Method {
public:
    std::string name() const override { return "sqpfnet"; }
    std::set<std::string> optionsRead() const override {
        return {"alpha", "regions", "background", "queryPrototype", "threshold"};
    }
    torch::Tensor regionsOf(const torch::Tensor& mask, const engine::MethodOptions& options) const override;
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learnShot(const Network& network, const Shot& shot, const engine::MethodOptions& options) const override;
    Prototypes combined(const std::vector<Prototypes>& each, const std::vector<double>& weights) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                         const engine::MethodOptions& options) const override;
    std::vector<Segmentation> segmentEach(const Network& network, const std::vector<Sought>& classes,
                                          const Features& features, int size) const override;
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

/// PANet (methods.md): SQPFNet with one region and a background prototype, without a query prototype.
class PaNet final : public Method {
public:
    std::string name() const override { return "panet"; }
    std::set<std::string> optionsRead() const override { return {}; }
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learnShot(const Network& network, const Shot& shot, const engine::MethodOptions& options) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                         const engine::MethodOptions& options) const override;
};

/// Q-Net (methods.md): as ADNet at two scales, with a threshold that a head reads from the query, and prototypes refined on each
/// query slice.
class QNet final : public Method {
public:
    std::string name() const override { return "qnet"; }
    Layout layout() const override { return Layout::DualScale; }
    std::set<std::string> optionsRead() const override { return {"threshold", "refinementSteps", "fineWeight"}; }
    engine::MethodOptions forSetting(const engine::MethodOptions& options, int setting) const override;
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learnShot(const Network& network, const Shot& shot, const engine::MethodOptions& options) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                         const engine::MethodOptions& options) const override;
};

/// ALPNet (methods.md): each class is compared with the means of the cells that it fills, the foreground also with its own mean.
class AlpNet final : public Method {
public:
    std::string name() const override { return "alpnet"; }
    std::set<std::string> optionsRead() const override { return {}; }
    Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const override;
    Prototypes learnShot(const Network& network, const Shot& shot, const engine::MethodOptions& options) const override;
    Prototypes combined(const std::vector<Prototypes>& each, const std::vector<double>& weights) const override;
    Segmentation segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                         const engine::MethodOptions& options) const override;

    /// (B,2,size,size) scores of background and foreground, whose softmax is the probability.
    torch::Tensor logits(const Prototypes& prototypes, const Features& features, int size) const;
};

/// The learned t, or the one that the options fix.
torch::Tensor thresholdOf(const Network& network, const engine::MethodOptions& options);

/// Undefined where the values are. The weights do not add up to 0.
torch::Tensor weightedMean(const std::vector<torch::Tensor>& values, const std::vector<double>& weights);

/// Both images of an episode through the encoder as one batch (so that batch norms see both): support and query features.
std::pair<Features, Features> encodeEpisode(Network& network, const Episode& episode);

}  // namespace protolabel::fewshot
