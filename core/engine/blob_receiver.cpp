#include "core/engine/blob_receiver.h"

#include "core/base/error.h"

namespace protolabel::engine {

std::optional<Bytes> BlobReceiver::add(const BlobPiece& piece) {
    if (piece.offset == 0) {
        partial_[piece.hash] = {};
        partial_[piece.hash].total = piece.total;
    }
    const auto found = partial_.find(piece.hash);
    if (found == partial_.end()) return std::nullopt;

    Partial& partial = found->second;
    const std::uint64_t have = partial.bytes.size();
    const bool follows =
        piece.total == partial.total && piece.offset == have && piece.bytes.size() <= piece.total - have;
    const bool stuck = piece.bytes.empty() && piece.total > 0;
    if (!follows || stuck) {
        partial_.erase(found);
        throw Error("engine.blob", "data {0} arrived incomplete; start the job again", {piece.hash.substr(0, 12)});
    }
    partial.sha.update(piece.bytes.data(), piece.bytes.size());
    partial.bytes.insert(partial.bytes.end(), piece.bytes.begin(), piece.bytes.end());
    if (partial.bytes.size() < partial.total) return std::nullopt;

    auto done = partial_.extract(found);
    if (done.mapped().sha.hex() != piece.hash)
        throw Error("engine.blob", "data {0} was damaged on its way; start the job again", {piece.hash.substr(0, 12)});
    return std::move(done.mapped().bytes);
}

}  // namespace protolabel::engine
