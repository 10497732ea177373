#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/engine/backend.h"
#include "core/engine/disk_cache.h"

namespace protolabel::engine {

/// The worker's blobs: in memory up to a bound, least recently used out first, backed by a folder. A pinned blob stays in memory,
/// bound or not; so does the newest. What a client sent goes to disk too; what a backend made (checkpoints, models) does not.
/// Calls from several threads are allowed.
class BlobCache : public BlobStore {
public:
    BlobCache(std::int64_t memoryBytes, DiskCache disk);

    std::shared_ptr<const Bytes> get(const std::string& hash) override;
    std::string put(Bytes bytes) override;

    /// Keeps these hashes in memory until unpinned as often, also those that are yet to come, and returns the ones that are
    /// neither in memory nor sound on disk. Throws Error "engine.blob", pinning none, when one is not a SHA-256 in hexadecimal.
    std::vector<std::string> pin(const std::vector<std::string>& hashes);
    void unpin(const std::vector<std::string>& hashes);
    /// Takes a blob that came from the client; `hash` was checked.
    void add(const std::string& hash, Bytes bytes);

    void clear();  ///< forgets, in memory and on disk, what is not pinned
    CacheSize size();

private:
    struct Entry {
        std::shared_ptr<const Bytes> bytes;
        std::uint64_t used = 0;
    };
    std::shared_ptr<const Bytes> find(const std::string& hash);
    void keep(const std::string& hash, std::shared_ptr<const Bytes> bytes);
    void trim(const std::string& newest);

    std::mutex mutex_;
    DiskCache disk_;
    std::map<std::string, Entry> entries_;
    std::map<std::string, int> pins_;
    std::uint64_t clock_ = 0;
    std::int64_t held_ = 0;
    std::int64_t bound_;
};

}  // namespace protolabel::engine
