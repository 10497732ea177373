#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/engine/folder_cache.h"

namespace protolabel::engine {

/// Files named by the SHA-256 of their content, in a FolderCache. Nothing here throws. One thread at a time.
class DiskCache {
public:
    /// An empty `folder` keeps nothing.
    DiskCache(std::filesystem::path folder, std::int64_t bytes) : files_(std::move(folder), bytes) {}

    /// The content, checked against its name; a damaged file is deleted.
    std::optional<Bytes> load(const std::string& hash);
    void store(const std::string& hash, const Bytes& content) { files_.write(hash, content); }
    void clear() { files_.clear(); }
    std::int64_t size() const { return files_.size(); }
    std::int64_t bound() const { return files_.bound(); }

private:
    FolderCache files_;
};

}  // namespace protolabel::engine
