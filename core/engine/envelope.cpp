#include "core/engine/envelope.h"

#include <algorithm>

#include "core/engine/json_fields.h"

namespace protolabel::engine {

using nlohmann::json;

json helloMessage(const Hello& hello) {
    json message = toJson(hello);
    message["type"] = "hello";
    return message;
}

json requestMessage(RequestId id, const std::string& kind, bool interactive, json body) {
    return {{"type", "request"}, {"id", id}, {"kind", kind}, {"interactive", interactive}, {"body", std::move(body)}};
}

json blobMessage(const std::string& hash, const Bytes& blob, std::size_t offset) {
    const auto begin = blob.begin() + static_cast<std::ptrdiff_t>(offset);
    const auto size = static_cast<std::ptrdiff_t>(std::min(kBlobPiece, blob.size() - offset));
    return {{"type", "blob"},
            {"hash", hash},
            {"total", blob.size()},
            {"offset", offset},
            {"bytes", json::binary(Bytes(begin, begin + size))}};
}

json cancelMessage(RequestId id) {
    return {{"type", "cancel"}, {"id", id}};
}

json shutdownMessage() {
    return {{"type", "shutdown"}};
}

json needMessage(RequestId id, const std::vector<std::string>& hashes) {
    return {{"type", "need"}, {"id", id}, {"hashes", hashes}};
}

json progressMessage(RequestId id, const Progress& progress) {
    return {{"type", "progress"},      {"id", id},
            {"stage", progress.stage}, {"done", progress.done},
            {"total", progress.total}, {"metrics", write(progress.metrics)}};
}

json partialMessage(RequestId id, json body) {
    return {{"type", "partial"}, {"id", id}, {"body", std::move(body)}};
}

json resultMessage(RequestId id, json body) {
    return {{"type", "result"}, {"id", id}, {"body", std::move(body)}};
}

json failedMessage(RequestId id, const Error& error) {
    return {{"type", "failed"}, {"id", id}, {"code", error.code()}, {"text", error.text()}, {"args", error.args()}};
}

json cancelledMessage(RequestId id) {
    return {{"type", "cancelled"}, {"id", id}};
}

std::string typeOf(const json& message) {
    return readField<std::string>(message, "type");
}

RequestId idOf(const json& message) {
    return readField<RequestId>(message, "id");
}

BlobPiece pieceFrom(const json& message) {
    return {readField<std::string>(message, "hash"), readField<std::uint64_t>(message, "total"),
            readField<std::uint64_t>(message, "offset"), readField<Bytes>(message, "bytes")};
}

Progress progressFrom(const json& message) {
    return {readField<std::string>(message, "stage"), readField<std::int64_t>(message, "done"),
            readField<std::int64_t>(message, "total"), readField<std::map<std::string, double>>(message, "metrics")};
}

Error errorFrom(const json& message) {
    return {readField<std::string>(message, "code"), readField<std::string>(message, "text"),
            readField<std::vector<std::string>>(message, "args")};
}

}  // namespace protolabel::engine
