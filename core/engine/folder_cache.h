#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace protolabel::engine {

/// Named files in one folder, which several processes may share. Bounded: the least recently used files go first. Nobody ever reads half
/// a file; whether its content is sound is for the caller to check. Nothing here throws: a folder that cannot be written is reported
/// once on stderr and then only read. One thread at a time.
class FolderCache {
public:
    /// An empty `folder` keeps nothing.
    FolderCache(std::filesystem::path folder, std::int64_t bytes);

    /// `name`: a file name without separators.
    std::optional<Bytes> read(const std::string& name);
    /// A file of that name stays as it is.
    void write(const std::string& name, const Bytes& content);
    void remove(const std::string& name);
    void clear();
    std::int64_t size() const;  ///< of all files, whoever wrote them
    std::int64_t bound() const { return writable_ ? bytes_ : 0; }

private:
    void trim();
    void giveUp(const std::string& reason);

    std::filesystem::path folder_;
    std::int64_t bytes_;
    bool writable_;
    std::int64_t held_ = -1;  ///< at least what this process knows of; -1 = not looked yet
};

}  // namespace protolabel::engine
