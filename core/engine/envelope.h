#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/job_control.h"
#include "core/engine/messages.h"

/// The envelopes of messages.h, made and taken apart. Every reader throws Error "engine.message".
namespace protolabel::engine {

using RequestId = std::int64_t;

struct BlobPiece {
    std::string hash;
    std::uint64_t total = 0;   ///< bytes of the whole blob
    std::uint64_t offset = 0;  ///< of this piece
    Bytes bytes;
};

nlohmann::json helloMessage(const Hello& hello);
nlohmann::json requestMessage(RequestId id, const std::string& kind, bool interactive, nlohmann::json body);
/// The piece of `blob` that starts at `offset`.
nlohmann::json blobMessage(const std::string& hash, const Bytes& blob, std::size_t offset);
nlohmann::json cancelMessage(RequestId id);
nlohmann::json shutdownMessage();
nlohmann::json needMessage(RequestId id, const std::vector<std::string>& hashes);
nlohmann::json progressMessage(RequestId id, const Progress& progress);
nlohmann::json partialMessage(RequestId id, nlohmann::json body);
nlohmann::json resultMessage(RequestId id, nlohmann::json body);
nlohmann::json failedMessage(RequestId id, const Error& error);
nlohmann::json cancelledMessage(RequestId id);

std::string typeOf(const nlohmann::json& message);
RequestId idOf(const nlohmann::json& message);
BlobPiece pieceFrom(const nlohmann::json& message);
Progress progressFrom(const nlohmann::json& message);
Error errorFrom(const nlohmann::json& message);

}  // namespace protolabel::engine
