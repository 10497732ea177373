#include "core/engine/blob_cache.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/sha256.h"

namespace protolabel::engine {
namespace {

bool isHash(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

BlobCache::BlobCache(std::int64_t memoryBytes, DiskCache disk) : disk_(std::move(disk)), bound_(memoryBytes) {}

std::shared_ptr<const Bytes> BlobCache::get(const std::string& hash) {
    const std::lock_guard lock(mutex_);
    if (auto bytes = isHash(hash) ? find(hash) : nullptr) return bytes;
    throw Error("engine.blob", "the worker does not have data {0}; start the job again", {hash.substr(0, 12)});
}

std::string BlobCache::put(Bytes bytes) {
    std::string hash = sha256Hex(bytes);
    const std::lock_guard lock(mutex_);
    keep(hash, std::make_shared<const Bytes>(std::move(bytes)));
    return hash;
}

std::vector<std::string> BlobCache::pin(const std::vector<std::string>& hashes) {
    for (const auto& hash : hashes)
        if (!isHash(hash))
            throw Error("engine.blob", "\"{0}\" names no data; start the job again", {hash.substr(0, 80)});
    const std::lock_guard lock(mutex_);
    std::vector<std::string> missing;
    for (const auto& hash : hashes) {
        ++pins_[hash];
        if (!find(hash)) missing.push_back(hash);
    }
    return missing;
}

void BlobCache::unpin(const std::vector<std::string>& hashes) {
    const std::lock_guard lock(mutex_);
    for (const auto& hash : hashes) {
        const auto pin = pins_.find(hash);
        if (pin != pins_.end() && --pin->second == 0) pins_.erase(pin);
    }
    trim({});
}

void BlobCache::add(const std::string& hash, Bytes bytes) {
    const std::lock_guard lock(mutex_);
    disk_.store(hash, bytes);
    keep(hash, std::make_shared<const Bytes>(std::move(bytes)));
}

void BlobCache::clear() {
    const std::lock_guard lock(mutex_);
    disk_.clear();
    for (auto entry = entries_.begin(); entry != entries_.end();)
        if (pins_.count(entry->first) == 0) {
            held_ -= static_cast<std::int64_t>(entry->second.bytes->size());
            entry = entries_.erase(entry);
        } else {
            ++entry;
        }
}

CacheSize BlobCache::size() {
    const std::lock_guard lock(mutex_);
    return {held_, bound_, disk_.size(), disk_.bound()};
}

std::shared_ptr<const Bytes> BlobCache::find(const std::string& hash) {
    if (const auto entry = entries_.find(hash); entry != entries_.end()) {
        entry->second.used = ++clock_;
        return entry->second.bytes;
    }
    auto content = disk_.load(hash);
    if (!content) return nullptr;
    auto bytes = std::make_shared<const Bytes>(std::move(*content));
    keep(hash, bytes);
    return bytes;
}

void BlobCache::keep(const std::string& hash, std::shared_ptr<const Bytes> bytes) {
    Entry& entry = entries_[hash];
    if (!entry.bytes) {
        held_ += static_cast<std::int64_t>(bytes->size());
        entry.bytes = std::move(bytes);
    }
    entry.used = ++clock_;
    trim(hash);
}

void BlobCache::trim(const std::string& newest) {
    while (held_ > bound_) {
        auto oldest = entries_.end();
        for (auto it = entries_.begin(); it != entries_.end(); ++it)
            if (it->first != newest && pins_.count(it->first) == 0 &&
                (oldest == entries_.end() || it->second.used < oldest->second.used))
                oldest = it;
        if (oldest == entries_.end()) return;
        held_ -= static_cast<std::int64_t>(oldest->second.bytes->size());
        entries_.erase(oldest);
    }
}

}  // namespace protolabel::engine
