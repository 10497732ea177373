#include "core/fewshot/checkpoint.h"

#include <exception>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

namespace {

const std::string kWeightPrefix = "weight.", kMomentumPrefix = "momentum.", kLosses = "losses";

[[noreturn]] void damaged(const std::string& what) {
    throw Error("checkpoint.damaged", "the checkpoint is damaged ({0}); start without resuming", {what});
}

void put(TensorFile& file, const std::string& prefix, const NamedTensors& tensors) {
    for (const auto& [name, tensor] : tensors)
        file.tensors[prefix + name] = tensor.detach().to(torch::kCPU).contiguous();
}

NamedTensors take(const TensorFile& file, const std::string& prefix) {
    NamedTensors result;
    for (const auto& [name, tensor] : file.tensors)
        if (name.starts_with(prefix)) result[name.substr(prefix.size())] = tensor;
    return result;
}

Checkpoint fromFile(const TensorFile& file) {
    Checkpoint result;
    result.identity = file.metadata.at("identity");
    result.iteration = std::stoll(file.metadata.at("iteration"));
    const auto losses = file.tensors.at(kLosses).to(torch::kFloat).contiguous();
    result.losses.assign(losses.data_ptr<float>(), losses.data_ptr<float>() + losses.numel());
    result.weights = take(file, kWeightPrefix);
    result.momentum = take(file, kMomentumPrefix);
    return result;
}

}  // namespace

NamedTensors namedWeights(const torch::nn::Module& network) {
    NamedTensors result;
    for (const auto& item : network.named_parameters()) result[item.key()] = item.value().detach();
    for (const auto& item : network.named_buffers()) result[item.key()] = item.value();
    return result;
}

bool isPossible(const std::string& name, const torch::Tensor& values) {
    if (!torch::isfinite(values).all().item<bool>()) return false;
    return !name.ends_with("running_var") || (values >= 0).all().item<bool>();
}

void copyWeights(const NamedTensors& from, const NamedTensors& to) {
    const torch::NoGradGuard noGradient;
    for (const auto& [name, tensor] : to) {
        auto target = tensor;
        target.copy_(from.at(name));
    }
}

void copySharedWeights(const NamedTensors& from, const NamedTensors& to) {
    NamedTensors shared;
    for (const auto& [name, tensor] : to)
        if (from.count(name) != 0) shared[name] = tensor;
    copyWeights(from, shared);
}

Bytes encode(const Checkpoint& checkpoint) {
    TensorFile file;
    put(file, kWeightPrefix, checkpoint.weights);
    put(file, kMomentumPrefix, checkpoint.momentum);
    file.tensors[kLosses] = torch::tensor(checkpoint.losses, torch::kFloat);
    file.metadata = {{"identity", checkpoint.identity}, {"iteration", std::to_string(checkpoint.iteration)}};
    return encode(file);
}

Checkpoint decodeCheckpoint(const Bytes& bytes) {
    try {
        return fromFile(decodeTensorFile(bytes));
    } catch (const Error& error) {
        damaged(error.what());
    } catch (const std::exception&) {  // a missing key, no number
        damaged("its header lacks what training needs");
    }
}

void checkSameShapes(const NamedTensors& saved, const NamedTensors& expected) {
    if (saved.size() != expected.size()) damaged("it holds another number of tensors");
    for (const auto& [name, tensor] : expected) {
        const auto found = saved.find(name);
        if (found == saved.end() || found->second.sizes() != tensor.sizes()) damaged(name);
    }
}

std::string trainingIdentity(const engine::TrainRequest& request) {
    nlohmann::json volumes = nlohmann::json::array();
    for (const auto& volume : request.volumes)
        volumes.push_back({volume.image, volume.supervoxels, volume.excludedSlices});
    const std::string text = nlohmann::json{
        {"spec", toJson(request.spec)},
        {"seed", request.seed},
        {"volumes", volumes},
        {"labelShare",
         request.labelShare}}.dump();
    return sha256Hex(Bytes(text.begin(), text.end()));
}

}  // namespace protolabel::fewshot
