#pragma once

#include <string>
#include <vector>

#include "core/fewshot/model_file.h"

namespace protolabel::fewshot::weights {

struct Imported {
    Model model;
    std::vector<std::string> notes;  ///< what was ignored, and what was drawn at random because the file lacks it
};

/// True for a model file of this program, which needs no import.
bool isModel(const Bytes& file);

/// The network in a checkpoint of PyTorch or a safetensors file with other names (key_names.h). `method` is what it is for; empty: what its heads say
/// (reduce1 and reduce2: qnet; localconv and t: adnet; localconv: alpnet), else sqpfnet. Heads that the file lacks are drawn at random; of
/// the encoder nothing may be missing. `name`, the notes and `untrained`, the parts of the head that are at random, become part of the provenance.
/// Throws the Errors of torch_file.h, key_names.h and decodeTensorFile, "weights.format" (no file of weights), "weights.encoder" (a ResNet of another
/// depth), "weights.missing", "weights.shape" (with both shapes), "weights.type", "weights.nan", each naming the key, "model.method".
Imported importModel(const Bytes& file, const std::string& name, const std::string& method);

}  // namespace protolabel::fewshot::weights
