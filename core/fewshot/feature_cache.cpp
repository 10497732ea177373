#include "core/fewshot/feature_cache.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

namespace {

constexpr const char* kTensor = "features";
constexpr std::size_t kDigest = 64;

/// A safetensors file that names its key, followed by the SHA-256 of all that.
Bytes sealed(const std::string& key, const torch::Tensor& features) {
    auto bytes = encode(TensorFile{{{kTensor, features}}, {{"key", key}}});
    const auto digest = sha256Hex(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.end());
    return bytes;
}

torch::Tensor unsealed(const std::string& key, Bytes bytes) {
    if (bytes.size() < kDigest) return {};
    const std::string digest(bytes.end() - kDigest, bytes.end());
    bytes.resize(bytes.size() - kDigest);
    if (sha256Hex(bytes) != digest) return {};
    try {
        const auto file = decodeTensorFile(bytes);
        return file.metadata.at("key") == key ? file.tensors.at(kTensor) : torch::Tensor();
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace

FeatureCache::FeatureCache(std::filesystem::path folder, std::int64_t memoryBytes, std::int64_t diskBytes)
    : files_(std::move(folder), diskBytes), memoryBytes_(memoryBytes) {}

std::string FeatureCache::key(const std::string& model, const std::string& image, int slice,
                              const std::string& computedOn) {
    const auto text = model + '/' + image + '/' + std::to_string(slice) + '/' + computedOn + "/" TORCH_VERSION;
    return sha256Hex(Bytes(text.begin(), text.end()));
}

torch::Tensor FeatureCache::find(const std::string& key) {
    if (const auto found = index_.find(key); found != index_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->features;
    }
    const auto bytes = files_.read(key);
    if (!bytes) return {};
    const auto features = unsealed(key, *bytes);
    if (features.defined())
        remember(key, features);
    else
        files_.remove(key);
    return features;
}

void FeatureCache::keep(const std::string& key, const torch::Tensor& features) {
    if (index_.count(key) != 0) return;
    remember(key, features);
    files_.write(key, sealed(key, features));
}

void FeatureCache::remember(const std::string& key, const torch::Tensor& features) {
    entries_.push_front({key, features});
    index_[key] = entries_.begin();
    held_ += static_cast<std::int64_t>(features.nbytes());
    while (held_ > memoryBytes_ && !entries_.empty()) {
        held_ -= static_cast<std::int64_t>(entries_.back().features.nbytes());
        index_.erase(entries_.back().key);
        entries_.pop_back();
    }
}

}  // namespace protolabel::fewshot
