#include "core/workflow/blob_shelf.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/sha256.h"

namespace protolabel::workflow {

std::string BlobShelf::add(Maker make) {
    const Bytes bytes = make();
    auto hash = sha256Hex(bytes);
    makers_.try_emplace(hash, std::move(make));
    keep(hash, bytes);
    return hash;
}

Bytes BlobShelf::get(const std::string& hash) {
    const auto kept = std::find_if(kept_.begin(), kept_.end(), [&](const auto& entry) { return entry.first == hash; });
    if (kept != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, kept);
        return kept->second;
    }
    const auto maker = makers_.find(hash);
    if (maker == makers_.end())
        throw Error("engine.blob", "the worker asked for data that this job does not have ({0}); start it again",
                    {hash});
    Bytes bytes = maker->second();
    if (sha256Hex(bytes) != hash)
        throw Error("volume.changed",
                    "an image changed while the job was running; start the job again when the files stay as they are");
    keep(hash, bytes);
    return bytes;
}

engine::BlobSource BlobShelf::source() {
    return [this](const std::string& hash) { return get(hash); };
}

void BlobShelf::keep(const std::string& hash, const Bytes& bytes) {
    const bool known = std::any_of(kept_.begin(), kept_.end(), [&](const auto& entry) { return entry.first == hash; });
    if (known || bytes.size() > keepBytes_) return;
    kept_.emplace_front(hash, bytes);
    keptBytes_ += bytes.size();
    while (keptBytes_ > keepBytes_) {
        keptBytes_ -= kept_.back().second.size();
        kept_.pop_back();
    }
}

}  // namespace protolabel::workflow
