#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <string>

#include "core/engine/folder_cache.h"
#include "core/engine/messages.h"
#include "core/fewshot/features.h"

namespace protolabel::fewshot {

/// Features of slices, so that a changed support costs no new run of the encoder: in memory, and in files that outlive the process.
/// Both are bounded; the least recently used go first. A damaged file counts as absent. Used on one thread.
class FeatureCache {
public:
    /// An empty `folder`: memory only.
    FeatureCache(std::filesystem::path folder, std::int64_t memoryBytes, std::int64_t diskBytes);

    /// The name under which the features of one slice are kept: everything that they depend on.
    /// `computedOn`: device and precision.
    static std::string key(const std::string& model, const std::string& image, int slice,
                           const std::string& computedOn);

    /// Features of one slice on the CPU.
    std::optional<Features> find(const std::string& key);
    void keep(const std::string& key, const Features& features);
    void clear();  ///< in memory and on disk
    engine::CacheSize size() const { return {held_, memoryBytes_, files_.size(), files_.bound()}; }
    bool remembers(const std::string& key) const { return index_.count(key) != 0; }  ///< in memory

private:
    struct Entry {
        std::string key;
        Features features;
    };
    void remember(const std::string& key, const Features& features);

    engine::FolderCache files_;
    std::int64_t memoryBytes_;
    std::int64_t held_ = 0;
    std::list<Entry> entries_;  ///< most recently used first
    std::map<std::string, std::list<Entry>::iterator> index_;
};

}  // namespace protolabel::fewshot
