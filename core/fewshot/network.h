#pragma once

#include <memory>
#include <string>

#include <torch/torch.h>

namespace protolabel::fewshot {

/// Encoder and learned scalars of one model; parameters are named as torchvision names them ("conv1.weight", "layer1.0.bn1.bias"),
/// then "localconv.weight" and "threshold" (the scalar t of methods.md, initially -10; shape []). There is no "fc".
/// Single scale: (B,3,H,W) -> (B,256,H/stride,W/stride), layer4 output reduced by `localconv`.
class NetworkImpl : public torch::nn::Module {
public:
    /// `encoder`: resnet18|34|50|101; `stride` 8 or 4. Weights as torchvision initialises them, drawn from `seed`.
    /// Throws Error "model.encoder", "model.stride".
    NetworkImpl(const std::string& encoder, int stride, std::uint64_t seed);

    torch::Tensor encode(const torch::Tensor& images);  ///< float features, see above
    torch::Tensor threshold;                            ///< parameter t

    /// Convolutions compute in this type from now on, in training as in prediction; parameters, and what encode() returns, stay
    /// float. kFloat at first; see fastestType in devices.h.
    void computeIn(torch::ScalarType type);

    /// Prepares for prediction only: evaluation mode, batch norms folded into the convolutions. Call it after the network is on its
    /// device; training, moving or loading weights afterwards has no effect on encode().
    void freeze();

    const std::string& encoder() const { return encoder_; }
    int stride() const { return stride_; }

private:
    struct Blocks;
    std::string encoder_;
    int stride_;
    std::shared_ptr<Blocks> blocks_;
};
TORCH_MODULE(Network);

}  // namespace protolabel::fewshot
