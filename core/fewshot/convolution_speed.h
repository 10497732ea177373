#pragma once

#include <torch/torch.h>

namespace protolabel::fewshot {

/// Whether the device convolves much faster in bfloat16 than in single precision: measured with one small convolution (a few
/// milliseconds), since processors that know the type are not all faster with it. Never throws.
bool bfloat16IsFaster(torch::Device device);

}  // namespace protolabel::fewshot
