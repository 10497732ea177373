#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace protolabel::engine {

/// Files named by the SHA-256 of their content in one folder, which several processes may share. Bounded: the least recently used
/// files go first. Nothing here throws: a folder that cannot be written is reported once on stderr and then only read.
/// One thread at a time.
class DiskCache {
public:
    /// An empty `folder` keeps nothing.
    DiskCache(std::filesystem::path folder, std::int64_t bytes);

    /// The content, checked against its name; a damaged file is deleted.
    std::optional<Bytes> load(const std::string& hash);
    void store(const std::string& hash, const Bytes& content);

private:
    void trim();
    void giveUp(const std::string& reason);

    std::filesystem::path folder_;
    std::int64_t bytes_;
    bool writable_;
};

}  // namespace protolabel::engine
