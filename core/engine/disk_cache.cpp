#include "core/engine/disk_cache.h"

#include "core/base/sha256.h"

namespace protolabel::engine {

std::optional<Bytes> DiskCache::load(const std::string& hash) {
    auto content = files_.read(hash);
    if (content && sha256Hex(*content) == hash) return content;
    if (content) files_.remove(hash);
    return std::nullopt;
}

}  // namespace protolabel::engine
