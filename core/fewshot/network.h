#pragma once

#include <memory>
#include <string>

#include <torch/torch.h>

#include "core/fewshot/features.h"

namespace protolabel::fewshot {

/// Encoder and learned scalars of one model; parameters are named as torchvision names them ("conv1.weight", "layer1.0.bn1.bias"),
/// then those of the layout's heads:
/// - single scale: (B,3,H,W) -> (B,256,H/stride,W/stride), layer4 reduced by "localconv.weight"; "threshold", the scalar t of
///   methods.md, initially -10, shape []. There is no "fc".
/// - dual scale: (B,512,H/4,W/4) and (B,512,H/8,W/8), layer3 and layer4 reduced by "reduce1.weight" and "reduce2.weight"; T, one
///   value a slice, is layer4 averaged over the slice through "fc" (to 1000) and "reduce1d" (to 1), both linear with bias.
class NetworkImpl : public torch::nn::Module {
public:
    /// `encoder`: resnet18|34|50|101; `stride` 8, or 4 with a single scale. Weights as torchvision initialises them, drawn from
    /// `seed`; the encoder's do not depend on the layout. Throws Error "model.encoder", "model.stride".
    NetworkImpl(const std::string& encoder, int stride, std::uint64_t seed, Layout layout = Layout::SingleScale);

    Features encode(const torch::Tensor& images);  ///< float, see above
    torch::Tensor threshold;                       ///< parameter t; undefined with two scales

    /// Convolutions compute in this type from now on, in training as in prediction; parameters, and what encode() returns, stay
    /// float. kFloat at first; see fastestType in devices.h.
    void computeIn(torch::ScalarType type);
    torch::ScalarType computesIn() const;

    /// Prepares for prediction only: evaluation mode, batch norms folded into the convolutions. Call it after the network is on its
    /// device; training, moving or loading weights afterwards has no effect on encode().
    void freeze();

    const std::string& encoder() const { return encoder_; }
    int stride() const { return stride_; }
    Layout layout() const { return layout_; }

private:
    struct Blocks;
    torch::Tensor reduced(const torch::nn::Conv2d& head, const torch::Tensor& x) const;
    std::string encoder_;
    int stride_;
    Layout layout_;
    std::shared_ptr<Blocks> blocks_;
};
TORCH_MODULE(Network);

}  // namespace protolabel::fewshot
