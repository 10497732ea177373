#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/base/sha256.h"
#include "core/engine/envelope.h"

namespace protolabel::engine {

/// Puts the pieces of blobs together. Pieces of one blob come in order; those of different blobs may mix.
class BlobReceiver {
public:
    /// The whole blob when `piece` completes it. A piece at offset 0 starts the blob anew; a later piece of a blob that was not
    /// started is ignored (the rest of one that was dropped). Throws Error "engine.blob" when pieces do not follow one another or
    /// the bytes do not have the announced hash; the blob is then forgotten.
    std::optional<Bytes> add(const BlobPiece& piece);
    void drop(const std::string& hash) { partial_.erase(hash); }
    void clear() { partial_.clear(); }

private:
    struct Partial {
        std::uint64_t total = 0;
        Bytes bytes;
        Sha256 sha;
    };
    std::map<std::string, Partial> partial_;
};

}  // namespace protolabel::engine
