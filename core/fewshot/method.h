#pragma once

#include <set>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/engine/messages.h"
#include "core/fewshot/features.h"
#include "core/fewshot/network.h"

namespace protolabel::fewshot {

/// One training example, 1-way 1-shot (methods.md, Training). Images (1,3,H,W) float, masks (H,W) float {0,1}.
struct Episode {
    torch::Tensor supportImage, supportMask, queryImage, queryMask;
};

struct Losses {
    torch::Tensor query;      ///< NLL of the query, weights 0.1 / 1.0
    torch::Tensor alignment;  ///< NLL of the support predicted from the query
    torch::Tensor total;      ///< what is minimised
};

struct Shot {
    Features features;   ///< of one slice
    torch::Tensor mask;  ///< (H,W) float {0,1}
    double weight = 1;
};

/// What a method keeps of the support of one class: all that it compares queries with.
struct Prototypes {
    torch::Tensor foreground;  ///< (C) mean feature of the object in the last map; distances are measured from it
    torch::Tensor background;  ///< (C) p_b in SQPFNet's prototype reading, else undefined
    std::vector<torch::Tensor> other;  ///< of other maps or parts; the method that made them reads them
};

/// A class to look for. Refers to both.
struct Sought {
    const Prototypes& prototypes;
    const engine::MethodOptions& options;
};

/// Query slices of one class, B at once.
struct Segmentation {
    torch::Tensor coarse;         ///< (B,H,W) foreground probability before fusion or refinement
    torch::Tensor refined;        ///< (B,H,W) the result
    torch::Tensor cosine;         ///< (B,h,w) of the last map's features and Prototypes::foreground
    torch::Tensor hardThreshold;  ///< (B) T_f of Eq. 4; SQPFNet only
    torch::Tensor selected;       ///< (B,h,w) bool, where the coarse mask reaches T_f; SQPFNet only
};

/// One few-shot segmentation method. Stateless: what is learned lives in the Network. A new method is one file, one registry line,
/// one test.
class Method {
public:
    virtual ~Method() = default;
    virtual std::string name() const = 0;
    virtual Layout layout() const { return Layout::SingleScale; }

    /// The keys of engine::MethodOptions that the method reads; it ignores the others.
    virtual std::set<std::string> optionsRead() const = 0;
    /// Fills in what the papers choose by Setting (1 or 2) and `options` leave open.
    virtual engine::MethodOptions forSetting(const engine::MethodOptions& options, int /*setting*/) const {
        return options;
    }

    /// (H,W) int64 {0..n}: the regions into which the mask (H,W) of a support is divided (Eq. 1 of SQPFNet); undefined: not divided.
    virtual torch::Tensor regionsOf(const torch::Tensor& /*mask*/, const engine::MethodOptions& /*options*/) const {
        return {};
    }

    virtual Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const = 0;

    /// Prototypes of one shot, whose weight does not count.
    virtual Prototypes learnShot(const Network& network, const Shot& shot,
                                 const engine::MethodOptions& options) const = 0;
    /// Prototypes of K shots: unless the method says otherwise, the mean of each tensor by weight (at least one weight is positive).
    virtual Prototypes combined(const std::vector<Prototypes>& each, const std::vector<double>& weights) const;
    /// All shots at once. Throws Error "method.no_support" when the weights add up to nothing.
    Prototypes learn(const Network& network, const std::vector<Shot>& shots,
                     const engine::MethodOptions& options) const;

    /// The result has size x size pixels.
    virtual Segmentation segment(const Network& network, const Prototypes& prototypes, const Features& features,
                                 int size, const engine::MethodOptions& options) const = 0;
    /// Several classes on the same slices, each as segment() gives it; a method may compute once what they share.
    virtual std::vector<Segmentation> segmentEach(const Network& network, const std::vector<Sought>& classes,
                                                  const Features& features, int size) const;
};

/// Throws Error "model.method" naming the known ones.
const Method& findMethod(const std::string& name);
std::vector<std::string> methodNames();

/// Throws Error "method.options" where a value is impossible, or is not the default of an option that the method does not have.
void checkOptions(const Method& method, const engine::MethodOptions& options);

/// Throws Error "method.no_support" unless some weight is positive.
void checkWeights(const std::vector<double>& weights);

}  // namespace protolabel::fewshot
