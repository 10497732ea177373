#pragma once

#include <filesystem>
#include <string>

#include "core/base/bytes.h"

/// The model that comes with the program: resources/models/resnet18.safetensors, pretrained on synthetic images only (its README there).
namespace protolabel::workflow {

/// What names it where a model file is asked for.
inline constexpr const char* kEmbeddedModel = "embedded";

Bytes embeddedModel();
const std::string& embeddedModelHash();

/// A model file's bytes: `file`, or the embedded model where `file` is "embedded". Throws what readFile throws.
Bytes readModel(const std::filesystem::path& file);

}  // namespace protolabel::workflow
