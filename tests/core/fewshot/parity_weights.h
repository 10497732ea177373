#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <torch/torch.h>

namespace protolabel::fewshot::test {

/// shared/parity/weights.py: every parameter is a pure function of its name and index.
torch::Tensor parityWeights(const std::string& name, torch::IntArrayRef shape);

/// Fills all parameters and buffers of `module` but "threshold".
void fillParityWeights(torch::nn::Module& module);

/// A reference file: its tensors by key, as float.
using Reference = std::map<std::string, torch::Tensor>;
/// Of any layout of torch.save. Throws Error "parity.file" where it cannot be read.
Reference readReference(const std::filesystem::path& file);

/// max |a - b| / max |b|.
double relativeError(const torch::Tensor& a, const torch::Tensor& b);
double absoluteError(const torch::Tensor& a, const torch::Tensor& b);

}  // namespace protolabel::fewshot::test
