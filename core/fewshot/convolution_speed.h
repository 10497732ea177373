#pragma once

#include <filesystem>

#include <torch/torch.h>

namespace protolabel::fewshot {

/// Keeps what bfloat16IsFaster finds in `folder` (empty: nowhere), a small file for each processor or GPU and version of LibTorch: a machine near
/// the limit must not compute in one type today and in the other tomorrow. Call it before the first prediction or training.
void keepSpeedsIn(const std::filesystem::path& folder);

/// Whether the device convolves much faster in bfloat16 than in single precision: as kept, else measured with one small convolution (a few
/// milliseconds of one thread's processor time), since processors that know the type are not all faster with it. Never throws.
bool bfloat16IsFaster(torch::Device device);

}  // namespace protolabel::fewshot
