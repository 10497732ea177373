#include "tests/core/fewshot/parity_weights.h"

#include <cmath>
#include <cstring>
#include <fstream>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/fewshot/weights/torch_file.h"

namespace protolabel::fewshot::test {

namespace {

std::uint64_t fnv1a(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const unsigned char c : text) hash = (hash ^ c) * 0x100000001b3;
    return hash;
}

std::uint64_t splitmix(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

torch::ScalarType scalarType(weights::ElementType type) {
    switch (type) {
        case weights::ElementType::Float64: return torch::kDouble;
        case weights::ElementType::Float32: break;
        case weights::ElementType::Float16: return torch::kHalf;
        case weights::ElementType::BFloat16: return torch::kBFloat16;
        case weights::ElementType::Int64: return torch::kLong;
        case weights::ElementType::Int32: return torch::kInt;
        case weights::ElementType::Int16: return torch::kShort;
        case weights::ElementType::Int8: return torch::kChar;
        case weights::ElementType::UInt8: return torch::kByte;
        case weights::ElementType::Bool: return torch::kBool;
    }
    return torch::kFloat;
}

/// As float, whatever it was saved as.
torch::Tensor tensorOf(const weights::TensorView& view) {
    if (view.order == weights::ByteOrder::Big)
        throw Error("parity.file", "it was saved on a big-endian machine; save it on another");
    auto storage = torch::empty({static_cast<std::int64_t>(view.storage.size())}, torch::kByte);
    if (!view.storage.empty()) std::memcpy(storage.data_ptr(), view.storage.data(), view.storage.size());
    return storage.view(scalarType(view.type)).as_strided(view.shape, view.strides, view.offset).to(torch::kFloat);
}

}  // namespace

torch::Tensor parityWeights(const std::string& name, torch::IntArrayRef shape) {
    const auto leaf = name.substr(name.rfind('.') + 1);
    if (leaf == "running_mean" || leaf == "num_batches_tracked" || leaf == "bias") return torch::zeros(shape);
    if (leaf == "running_var") return torch::ones(shape);
    if (shape.size() == 1) return torch::full(shape, name.find(".bn3.") != std::string::npos ? 0.25 : 1.0);
    const double deviation = shape.size() == 4 ? std::sqrt(2.0 / static_cast<double>(shape[0] * shape[2] * shape[3]))
                                               : std::sqrt(1.0 / static_cast<double>(shape[1]));
    auto weights = torch::empty(shape);
    auto* w = weights.data_ptr<float>();
    const std::uint64_t start = fnv1a(name);
    for (std::int64_t i = 0; i < weights.numel(); ++i) {
        const auto bits = splitmix(static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15 + start) >> 40;
        w[i] = static_cast<float>((2 * (static_cast<double>(bits) / (1 << 24)) - 1) * std::sqrt(3.0) * deviation);
    }
    return weights;
}

void fillParityWeights(torch::nn::Module& module) {
    torch::NoGradGuard noGradient;
    for (auto& item : module.named_parameters())
        if (item.key() != "threshold") item.value().copy_(parityWeights(item.key(), item.value().sizes()));
    for (auto& item : module.named_buffers()) item.value().copy_(parityWeights(item.key(), item.value().sizes()));
}

Reference readReference(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(file))
        throw Error("parity.file", "{0} cannot be read; name a reference file", {file.string()});
    try {
        const Bytes bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        Reference tensors;
        for (const auto& [key, view] : weights::readTorchFile(bytes).tensors) tensors[key] = tensorOf(view);
        return tensors;
    } catch (const Error& error) {
        throw Error("parity.file", "{0} is no dictionary of tensors saved by torch.save ({1}); name a reference file",
                    {file.string(), error.what()});
    }
}

double absoluteError(const torch::Tensor& a, const torch::Tensor& b) {
    TORCH_CHECK(a.sizes() == b.sizes(), "shapes differ: ", a.sizes(), " and ", b.sizes());
    return (a.detach().to(torch::kDouble) - b.to(torch::kDouble)).abs().max().item<double>();
}

double relativeError(const torch::Tensor& a, const torch::Tensor& b) {
    return absoluteError(a, b) / b.abs().max().item<double>();
}

}  // namespace protolabel::fewshot::test
