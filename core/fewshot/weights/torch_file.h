#pragma once

#include <set>
#include <string>

#include "core/fewshot/weights/tensor_view.h"

namespace protolabel::fewshot::weights {

enum class TorchLayout { Zip, Legacy };  ///< of PyTorch 1.6 and later, and before

/// The state dictionary in a file of torch.save: the outermost dictionary, or the one inside it under "state_dict", "model" and the like.
struct TorchFile {
    TorchLayout layout = TorchLayout::Zip;
    TensorViews tensors;           ///< views of the file's bytes
    std::set<std::string> others;  ///< names beside the tensors that hold something else
};

/// Begins as torch.save's files do. Safetensors do not.
bool isTorchFile(ByteSpan file);

/// Nothing in the file is executed, and no more memory is taken than a small multiple of its pickle. Throws Error "weights.unsafe",
/// "weights.damaged", "weights.compressed", "weights.content" (no state dictionary in it; says what is).
TorchFile readTorchFile(ByteSpan file);

}  // namespace protolabel::fewshot::weights
