#include "core/fewshot/weights/import.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/engine/catalog.h"
#include "core/engine/method_options.h"
#include "core/fewshot/checkpoint.h"
#include "core/fewshot/method.h"
#include "core/fewshot/resnet.h"
#include "core/fewshot/weights/key_names.h"
#include "core/fewshot/weights/torch_file.h"

namespace protolabel::fewshot::weights {

namespace {

/// What a file holds, whatever its format.
struct Contents {
    std::string format;
    TensorViews tensors;
    std::set<std::string> others;
    TensorFile decoded;  ///< the memory of a safetensors file's views
};

ElementType typeOf(torch::ScalarType type) {
    switch (type) {
        case torch::kDouble: return ElementType::Float64;
        case torch::kHalf: return ElementType::Float16;
        case torch::kBFloat16: return ElementType::BFloat16;
        case torch::kLong: return ElementType::Int64;
        default: return ElementType::Float32;
    }
}

bool looksLikeSafetensors(const Bytes& file) {
    return file.size() > 8 && file[8] == '{';
}

Contents readContents(const Bytes& file) {
    if (isTorchFile(file)) {
        auto read = readTorchFile(file);
        return {read.layout == TorchLayout::Zip ? "PyTorch" : "PyTorch before 1.6",
                std::move(read.tensors),
                std::move(read.others),
                {}};
    }
    if (!looksLikeSafetensors(file))
        throw Error("weights.format",
                    "this is no file of weights; choose a checkpoint of PyTorch (.pth, .pt) or a safetensors file");
    Contents contents{"safetensors", {}, {}, decodeTensorFile(file)};
    for (const auto& [name, tensor] : contents.decoded.tensors)
        contents.tensors[name] = {typeOf(tensor.scalar_type()),
                                  tensor.sizes().vec(),
                                  tensor.strides().vec(),
                                  0,
                                  {static_cast<const std::uint8_t*>(tensor.data_ptr()), tensor.nbytes()}};
    return contents;
}

std::string encoderOf(const KeyNames& names) {
    for (const auto& encoder : engine::namesOf(engine::encoders())) {
        const auto shape = resNetShape(encoder);
        if (shape.blocks == names.blocks && shape.bottleneck == names.bottleneck) return encoder;
    }
    std::string blocks;
    for (const int count : names.blocks) blocks += (blocks.empty() ? "" : ", ") + std::to_string(count);
    throw Error("weights.encoder",
                "the weights are of a ResNet with {0} blocks in its stages ({1}); choose those of resnet18, resnet34, "
                "resnet50 or resnet101",
                {blocks, names.bottleneck ? "bottlenecks" : "basic blocks"});
}

std::string methodOf(const KeyNames& names) {
    if (names.has("reduce1.weight") && names.has("reduce2.weight")) return "qnet";
    if (names.has("localconv.weight")) return names.has("threshold") ? "adnet" : "alpnet";
    return engine::ModelSpec().method;
}

void load(const std::string& key, const TensorView& view, torch::Tensor target) {
    const bool sameSize = view.shape == target.sizes().vec() || (target.dim() == 0 && view.count() == 1);
    if (!sameSize)
        throw Error("weights.shape", "{0} has the shape {1} where {2} is needed; the weights are of another network",
                    {printable(key), c10::str(c10::IntArrayRef(view.shape)), c10::str(target.sizes())});
    const bool integer = target.scalar_type() == torch::kLong;
    if (integer ? view.type != ElementType::Int64 : !isFloating(view.type))
        throw Error("weights.type", "{0} holds numbers of another type than a network has; save the weights as float32",
                    {printable(key)});
    auto values = torch::empty(target.sizes(), target.scalar_type());
    if (integer)
        view.copyTo(values.data_ptr<std::int64_t>());
    else
        view.copyTo(values.data_ptr<float>());
    if (!isPossible(key, values))
        throw Error("weights.nan",
                    "{0} holds values that no trained network has (no numbers, or negative variances); "
                    "download the file again or take an earlier checkpoint",
                    {printable(key)});
    target.copy_(values);
}

bool isHead(const std::string& name) {
    return name != "conv1.weight" && !name.starts_with("bn1.") && !name.starts_with("layer");
}

/// Copies what the file has into `network`, and notes what is left over or missing. Returns the parts of the head that the method reads and that stay
/// at random.
std::string load(const Contents& contents, KeyNames names, const std::string& method, Network& network,
                 std::vector<std::string>& notes) {
    const torch::NoGradGuard noGradient;
    const bool hasThreshold = engine::methodInfo(method).options.count("threshold") > 0;
    std::string missing, untrained;
    for (const auto& [name, target] : namedWeights(*network)) {
        const auto key = names.keys.find(name);
        if (key != names.keys.end()) {
            load(key->second, contents.tensors.at(key->second), target);
            names.keys.erase(key);
        } else if (isHead(name)) {
            missing += (missing.empty() ? "" : ", ") + name;
            if (name != "threshold" || hasThreshold) untrained += (untrained.empty() ? "" : ", ") + name;
        } else if (!name.ends_with("num_batches_tracked")) {  // which PyTorch before 0.4.1 did not save
            throw Error("weights.missing",
                        "the weights lack {0} (shape {1}); the file is incomplete or of another network",
                        {name, c10::str(target.sizes())});
        }
    }
    std::string unused;
    for (const auto& [name, key] : names.keys) {
        if (!isHead(name)) unknownKey(key);
        unused += (unused.empty() ? "" : ", ") + name;
    }
    for (const auto& part : names.ignored) unused += (unused.empty() ? "" : ", ") + part;
    if (!unused.empty()) notes.push_back("in the file, not used by " + method + ": " + unused);
    if (!missing.empty()) notes.push_back("not in the file, drawn at random until trained: " + missing);
    return untrained;
}

}  // namespace

bool isModel(const Bytes& file) {
    return !isTorchFile(file) && looksLikeSafetensors(file) && describesModel(decodeTensorFile(file));
}

Imported importModel(const Bytes& file, const std::string& name, const std::string& method) {
    const auto contents = readContents(file);
    const auto names = readNames(contents.tensors, contents.others);
    Imported imported;
    auto& model = imported.model;
    model.spec.encoder = encoderOf(names);
    model.spec.method = method.empty() ? methodOf(names) : method;
    model.spec.options = engine::defaultOptions(model.spec.method);
    model.network = Network(model.spec.encoder, model.spec.stride, 0, findMethod(model.spec.method).layout());
    if (method.empty() && model.spec.method == "adnet")  // SQPFNet's weights have the same names
        imported.notes.push_back(
            "by its names the file may be ADNet's or SQPFNet's: taken for adnet; choose with --method");
    const auto untrained = load(contents, names, model.spec.method, model.network, imported.notes);
    model.provenance = nlohmann::json{{"imported",
                                       {{"file", name},
                                        {"sha256", sha256Hex(file)},
                                        {"format", contents.format},
                                        {"notes", imported.notes},
                                        {"untrained", untrained}}}}
                           .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return imported;
}

}  // namespace protolabel::fewshot::weights
