#include "core/fewshot/feature_cache.h"

#include <cstdio>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

namespace {

constexpr const char *kMap = "map", *kThreshold = "threshold";
constexpr std::size_t kDigest = 64;

/// A safetensors file that names its key, followed by the SHA-256 of all that.
Bytes sealed(const std::string& key, const Features& features) {
    TensorFile file{{}, {{"key", key}}};
    for (std::size_t i = 0; i < features.maps.size(); ++i) file.tensors[kMap + std::to_string(i)] = features.maps[i];
    if (features.threshold.defined()) file.tensors[kThreshold] = features.threshold;
    auto bytes = encode(file);
    const auto digest = sha256Hex(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.end());
    return bytes;
}

std::optional<Features> unsealed(const std::string& key, Bytes bytes) {
    if (bytes.size() < kDigest) return {};
    const std::string digest(bytes.end() - kDigest, bytes.end());
    bytes.resize(bytes.size() - kDigest);
    if (sha256Hex(bytes) != digest) return {};
    try {
        const auto file = decodeTensorFile(bytes);
        if (file.metadata.at("key") != key) return {};
        Features features;
        for (const auto& [name, tensor] : file.tensors)
            if (name == kThreshold)
                features.threshold = tensor;
            else
                features.maps.push_back(tensor);
        return features;
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace

FeatureCache::FeatureCache(std::filesystem::path folder, std::int64_t memoryBytes, std::int64_t diskBytes)
    : files_(std::move(folder), diskBytes), memoryBytes_(memoryBytes) {}

/// To be raised when features of the same model and slice are laid out or computed in another way: files of an older program are then not found.
static constexpr const char* kFormat = "2/";

std::string FeatureCache::key(const std::string& model, const std::string& image, int slice,
                              const std::string& computedOn) {
    const auto text =
        kFormat + model + '/' + image + '/' + std::to_string(slice) + '/' + computedOn + "/" TORCH_VERSION;
    return sha256Hex(Bytes(text.begin(), text.end()));
}

std::optional<Features> FeatureCache::find(const std::string& key) {
    if (const auto found = index_.find(key); found != index_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->features;
    }
    const auto bytes = files_.read(key);
    if (!bytes) return {};
    const auto features = unsealed(key, *bytes);
    if (features) {
        remember(key, *features);
    } else {
        std::fprintf(stderr, "a damaged file of the feature cache was removed; its features are computed anew\n");
        files_.remove(key);
    }
    return features;
}

void FeatureCache::keep(const std::string& key, const Features& features) {
    if (index_.count(key) != 0) return;
    remember(key, features);
    files_.write(key, sealed(key, features));
}

void FeatureCache::clear() {
    entries_.clear();
    index_.clear();
    held_ = 0;
    files_.clear();
}

void FeatureCache::remember(const std::string& key, const Features& features) {
    entries_.push_front({key, features});
    index_[key] = entries_.begin();
    held_ += features.bytes();
    while (held_ > memoryBytes_ && !entries_.empty()) {
        held_ -= entries_.back().features.bytes();
        index_.erase(entries_.back().key);
        entries_.pop_back();
    }
}

}  // namespace protolabel::fewshot
