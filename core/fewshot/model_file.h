#pragma once

#include <map>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/base/bytes.h"
#include "core/engine/messages.h"
#include "core/fewshot/network.h"

namespace protolabel::fewshot {

/// A safetensors file: named tensors and string metadata. Reading checks every length and offset before it allocates and throws
/// Error "model.damaged" or "model.type" naming the tensor. Writing is deterministic: equal content gives equal bytes.
struct TensorFile {
    std::map<std::string, torch::Tensor> tensors;
    std::map<std::string, std::string> metadata;
};
Bytes encode(const TensorFile& file);
TensorFile decodeTensorFile(const Bytes& bytes);

/// A trained model: what engine::InspectResult says, and the network itself.
struct Model {
    engine::ModelSpec spec;
    std::int64_t iterations = 0;
    double loss = 0;
    std::vector<double> losses;
    std::string provenance;  ///< JSON
    Network network{nullptr};
};
/// How the weights lie in the file; a network computes from float either way.
enum class Storage { Float, Half };
/// Throws Error "model.range" naming the tensor when a weight is too large for Storage::Half.
Bytes encode(const Model& model, Storage storage = Storage::Float);
bool describesModel(const TensorFile& file);  ///< has the metadata of a model of this program
/// Throws Error "model.damaged", "model.version" (written by a newer program), "model.options" naming the option that is out of its range,
/// "model.missing_tensor", "model.shape", "model.nan" naming the tensor.
Model decodeModel(const Bytes& bytes);

}  // namespace protolabel::fewshot
