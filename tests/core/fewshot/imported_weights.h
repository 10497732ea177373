#pragma once

#include <string>

#include "core/fewshot/weights/import.h"

namespace protolabel::fewshot::test {

/// The values that make_torch_files.py gives `name` in its networks.
torch::Tensor expectedWeights(const std::string& name, torch::IntArrayRef shape);

/// Compares every parameter and buffer of `network` but those listed in `random` with expectedWeights, rounded to `type`. Fails the test by name.
void checkWeights(const Network& network, torch::ScalarType type, const std::set<std::string>& random);

}  // namespace protolabel::fewshot::test
