#pragma once

#include <memory>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/engine/messages.h"
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
    torch::Tensor features;  ///< (C,h,w)
    torch::Tensor mask;      ///< (H,W) float {0,1}
    double weight = 1;
};

/// What a method keeps of the support of one class. Tensors of different methods differ; the method that made it reads it.
struct Prototypes {
    torch::Tensor foreground;  ///< (C) p_s
    torch::Tensor background;  ///< (C) p_b, undefined in the threshold reading
    torch::Tensor regions;     ///< (n,C) the region prototypes that p_s is the mean of (first shot's cells first)
};

/// Query slices of one class, B at once.
struct Segmentation {
    torch::Tensor coarse;         ///< (B,H,W) foreground probability before fusion
    torch::Tensor refined;        ///< (B,H,W) the result
    torch::Tensor cosine;         ///< (B,h,w) cos(F_q, p_s)
    torch::Tensor hardThreshold;  ///< (B) T_f of Eq. 4
};

/// One few-shot segmentation method. Stateless: what is learned lives in the Network. A new method is one file, one registry line, one test.
class Method {
public:
    virtual ~Method() = default;
    virtual std::string name() const = 0;
    virtual engine::MethodOptions defaults() const = 0;
    virtual Losses losses(Network& network, const Episode& episode, const engine::MethodOptions& options) const = 0;
    virtual Prototypes learn(const Network& network, const std::vector<Shot>& shots,
                             const engine::MethodOptions& options) const = 0;
    /// `features`: (B,C,h,w); the result has size x size pixels.
    virtual Segmentation segment(const Network& network, const Prototypes& prototypes, const torch::Tensor& features,
                                 int size, const engine::MethodOptions& options) const = 0;
};

/// Throws Error "model.method" naming the known ones.
const Method& findMethod(const std::string& name);
std::vector<std::string> methodNames();

}  // namespace protolabel::fewshot
