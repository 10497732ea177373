#pragma once

#include <string>

#include "core/base/bytes.h"

/// The model that comes with the program: resources/models/resnet18.safetensors, pretrained on synthetic images only (its README there).
namespace protolabel::workflow {

/// What names it where a model file is asked for.
inline constexpr const char* kEmbeddedModel = "embedded";

Bytes embeddedModel();
const std::string& embeddedModelHash();

}  // namespace protolabel::workflow
