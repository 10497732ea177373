#pragma once

#include <filesystem>
#include <string>

#include "core/base/bytes.h"

namespace protolabel::fewshot::test {

/// Checkpoints that PyTorch wrote: the set `name` of make_torch_files.py, made on first use and removed when the program ends. Skips the test
/// where there is no Python with PyTorch.
const std::filesystem::path& torchFiles(const std::string& name);

Bytes bytesOf(const std::filesystem::path& file);

}  // namespace protolabel::fewshot::test
