#include "core/fewshot/weights/key_names.h"

#include <algorithm>

#include "core/base/error.h"

namespace protolabel::fewshot::weights {

namespace {

const std::string kFirstBlock = "layer1.0.conv1.weight";

/// Heads of the methods, by their names in the reference code.
const std::map<std::string, std::string> kHeads = {
    {"localconv.weight", "localconv.weight"},
    {"reduce1.weight", "reduce1.weight"},
    {"reduce2.weight", "reduce2.weight"},
    {"reduce1d.weight", "reduce1d.weight"},
    {"reduce1d.bias", "reduce1d.bias"},
    {"t", "threshold"},
    {"threshold", "threshold"},
};
const char* const kEncoderParts[] = {"conv1.", "bn1.", "layer", "fc."};
const char* const kUnusedParts[] = {"classifier", "aux_classifier", "aspp_out", "asppconv"};

/// What stands before the encoder's names: "", "backbone.", "module.encoder.backbone.", ...
std::string encoderPrefix(const TensorViews& tensors) {
    std::set<std::string> prefixes;
    for (const auto& [key, view] : tensors)
        if (key.ends_with(kFirstBlock) &&
            (key.size() == kFirstBlock.size() || key[key.size() - kFirstBlock.size() - 1] == '.'))
            prefixes.insert(key.substr(0, key.size() - kFirstBlock.size()));
    if (prefixes.empty())
        throw Error("weights.content",
                    "the weights are of no ResNet (there is no {0}; the first name is {1}); choose those of "
                    "resnet18, resnet34, resnet50 or resnet101",
                    {kFirstBlock, tensors.empty() ? "none" : printable(tensors.begin()->first)});
    if (prefixes.size() > 1)
        throw Error("weights.content", "the file holds several networks ({0}..., {1}...); save one of them",
                    {printable(*prefixes.begin()), printable(*prefixes.rbegin())});
    return *prefixes.begin();
}

/// Whatever is beside the encoder may be named from any of the levels above it.
std::vector<std::string> levelsAbove(std::string prefix) {
    std::vector<std::string> levels = {prefix};
    while (!prefix.empty()) {
        prefix.pop_back();
        const auto dot = prefix.rfind('.');
        prefix.erase(dot == std::string::npos ? 0 : dot + 1);
        levels.push_back(prefix);
    }
    return levels;
}

/// Files what is no part of the encoder; false where the name means nothing here.
bool addOther(const std::string& key, const std::vector<std::string>& levels, KeyNames& names) {
    for (const auto& level : levels) {
        if (!key.starts_with(level)) continue;
        const auto rest = key.substr(level.size());
        if (const auto head = kHeads.find(rest); head != kHeads.end())
            return names.keys.emplace(head->second, key).second;
        for (const std::string part : kUnusedParts)
            if (rest.starts_with(part + '.')) {
                if (std::find(names.ignored.begin(), names.ignored.end(), part) == names.ignored.end())
                    names.ignored.push_back(part);
                return true;
            }
    }
    return false;
}

}  // namespace

void unknownKey(const std::string& key) {
    throw Error("weights.unknown",
                "the weights hold {0}, which no network here has; save only the state dictionary of the network",
                {printable(key)});
}

KeyNames readNames(const TensorViews& tensors, const std::set<std::string>& others) {
    const auto prefix = encoderPrefix(tensors);
    const auto levels = levelsAbove(prefix);
    if (!others.empty()) unknownKey(*others.begin());
    KeyNames names;
    for (const auto& [key, view] : tensors) {
        const auto rest = key.starts_with(prefix) ? key.substr(prefix.size()) : std::string();
        const bool encoder = std::any_of(std::begin(kEncoderParts), std::end(kEncoderParts),
                                         [&](const char* part) { return rest.starts_with(part); });
        if (encoder)
            names.keys.emplace(rest, key);
        else if (!addOther(key, levels, names))
            unknownKey(key);
    }
    names.bottleneck = names.has("layer1.0.conv3.weight");
    for (int stage = 1;; ++stage) {
        int count = 0;
        const auto layer = "layer" + std::to_string(stage) + '.';
        while (names.has(layer + std::to_string(count) + ".conv1.weight")) ++count;
        if (count == 0) return names;
        names.blocks.push_back(count);
    }
}

}  // namespace protolabel::fewshot::weights
