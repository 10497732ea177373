#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <torch/torch.h>

namespace protolabel::fewshot {

/// Which maps an encoder gives (methods.md, Encoders). A method's layout fixes it.
enum class Layout {
    SingleScale,  ///< layer4 at 1/8 (or 1/4) of the image, reduced by "localconv" to 256 channels
    DualScale  ///< layer3 at 1/4 and layer4 at 1/8, reduced by "reduce1" and "reduce2" to 512 channels; a threshold for each slice
};

/// What the encoder says of B slices.
struct Features {
    std::vector<torch::Tensor> maps;  ///< (B,C,h,w), the finest first
    torch::Tensor threshold;          ///< (B) T of a dual-scale network; undefined for one scale

    Features slices(std::int64_t first, std::int64_t count) const;  ///< shares the memory
    Features at(std::int64_t slice) const { return slices(slice, 1); }
    Features select(const std::vector<std::int64_t>& slices) const;
    Features to(torch::Device device, torch::ScalarType type) const;  ///< contiguous
    Features copied() const;                                          ///< in memory of its own
    bool finite() const;
    std::int64_t bytes() const;

    std::int64_t count() const { return maps.front().size(0); }
    torch::Device device() const { return maps.front().device(); }
    /// (C,h,w), the map in which prototypes are compared across methods: the last, which sees most of the image.
    torch::Tensor lastMapOf(std::int64_t slice) const { return maps.back()[slice]; }
};

/// One after the other along the slices; all of one layout.
Features concatenated(const std::vector<Features>& parts);

}  // namespace protolabel::fewshot
