#pragma once

#include <cstdint>

#include "core/fewshot/network.h"

namespace protolabel::fewshot {

/// Weights and biases of all layers; not the scalar t.
std::int64_t parameterCount(const Network& network);

/// Multiply-adds of the convolutions and linear layers for `slices` slices of `size` x `size` pixels, as the papers count them.
std::int64_t multiplyAdds(const Network& network, std::int64_t slices, std::int64_t size);

}  // namespace protolabel::fewshot
