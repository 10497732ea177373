#pragma once

#include <functional>
#include <list>
#include <map>
#include <string>

#include "core/base/bytes.h"
#include "core/engine/client.h"

namespace protolabel::workflow {

/// The bytes that requests name by hash. They are made one after the other; only the most recently used stay in memory (at most
/// `keepBytes`), the others are made again should the worker ask for them: a project of any size is trained on with the memory of one volume.
class BlobShelf {
public:
    using Maker = std::function<Bytes()>;

    explicit BlobShelf(std::size_t keepBytes = std::size_t{256} << 20) : keepBytes_(keepBytes) {}

    /// Calls `make` and returns the hash of its bytes. `make` must give the same bytes each time.
    std::string add(Maker make);

    /// Throws Error "volume.changed" when the maker now gives other bytes (an image was replaced meanwhile).
    Bytes get(const std::string& hash);

    /// For Engine's calls; the shelf must outlive it.
    engine::BlobSource source();

private:
    void keep(const std::string& hash, const Bytes& bytes);

    std::size_t keepBytes_;
    std::size_t keptBytes_ = 0;
    std::map<std::string, Maker> makers_;
    std::list<std::pair<std::string, Bytes>> kept_;  ///< most recently used first
};

}  // namespace protolabel::workflow
