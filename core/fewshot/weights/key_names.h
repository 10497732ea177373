#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/fewshot/weights/tensor_view.h"

namespace protolabel::fewshot::weights {

/// What the names in a file of weights say of the network that they belong to. Known: torchvision's ResNets and the segmentation networks on them
/// ("backbone.", "classifier."), the reference code of ADNet, Q-Net and SSL-ALPNet ("encoder.backbone.", "encoder.localconv", "t", ...),
/// each also behind the prefixes of DataParallel and the like.
struct KeyNames {
    std::map<std::string, std::string>
        keys;                 ///< the name in our Network ("layer1.0.conv1.weight") -> the key in the file
    std::vector<int> blocks;  ///< of layer1, layer2, ...
    bool bottleneck = false;
    std::vector<std::string> ignored;  ///< parts that no method here uses: "classifier"

    bool has(const std::string& name) const { return keys.count(name) > 0; }
};

/// `others`: keys that hold no tensor. Throws Error "weights.content" (no ResNet, or several), "weights.unknown" naming the key.
KeyNames readNames(const TensorViews& tensors, const std::set<std::string>& others);

/// Throws Error "weights.unknown" naming the key.
[[noreturn]] void unknownKey(const std::string& key);

}  // namespace protolabel::fewshot::weights
