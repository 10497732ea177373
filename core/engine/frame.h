#pragma once

#include <cstddef>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/bytes.h"

namespace protolabel::engine {

/// A message is one CBOR value in one frame: the four bytes "PLF1", its length as uint32 little-endian, the CBOR bytes.
inline constexpr std::size_t kFrameHeader = 8;
inline constexpr std::size_t kMaxFrame = 64u << 20;

Bytes encodeFrame(const nlohmann::json& message);

/// Takes bytes as they arrive and gives whole messages. Throws Error "engine.frame" on a wrong magic, a length above kMaxFrame or
/// bytes that are not CBOR; the stream is then unusable.
class FrameDecoder {
public:
    void feed(const void* data, std::size_t size);
    std::optional<nlohmann::json> next();
    /// True when a frame has begun but not ended: at the end of a stream, it was cut.
    bool pending() const { return start_ < buffer_.size(); }

private:
    Bytes buffer_;
    std::size_t start_ = 0;
};

}  // namespace protolabel::engine
