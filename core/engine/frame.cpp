#include "core/engine/frame.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/error.h"
#include "core/engine/cbor.h"

namespace protolabel::engine {
namespace {

constexpr std::array<std::uint8_t, 4> kFrameMagic = {'P', 'L', 'F', '1'};

std::size_t readLength(const std::uint8_t* bytes) {
    return bytes[0] | std::size_t{bytes[1]} << 8 | std::size_t{bytes[2]} << 16 | std::size_t{bytes[3]} << 24;
}

}  // namespace

Bytes encodeFrame(const nlohmann::json& message) {
    Bytes frame(kFrameMagic.begin(), kFrameMagic.end());
    frame.resize(kFrameHeader);
    nlohmann::json::to_cbor(message, frame);
    const std::size_t length = frame.size() - kFrameHeader;
    if (length > kMaxFrame)
        throw Error("engine.frame", "a message of {0} bytes is too large for the worker; ask for fewer slices at once",
                    {std::to_string(length)});
    for (std::size_t i = 0; i < 4; ++i) frame[4 + i] = static_cast<std::uint8_t>(length >> (8 * i));
    return frame;
}

void FrameDecoder::feed(const void* data, std::size_t size) {
    if (start_ == buffer_.size()) {
        buffer_.clear();
        start_ = 0;
    } else if (start_ > buffer_.size() / 2) {
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(start_));
        start_ = 0;
    }
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    buffer_.insert(buffer_.end(), bytes, bytes + size);
}

std::optional<nlohmann::json> FrameDecoder::next() {
    const std::uint8_t* begin = buffer_.data() + start_;
    const std::size_t available = buffer_.size() - start_;
    if (!std::equal(begin, begin + std::min(available, kFrameMagic.size()), kFrameMagic.begin()))
        throw Error("engine.frame",
                    "the connection between program and worker carried bytes that are no message; check that the "
                    "worker's command prints nothing of its own");
    if (available < kFrameHeader) return std::nullopt;
    const std::size_t length = readLength(begin + kFrameMagic.size());
    if (length > kMaxFrame)
        throw Error("engine.frame", "the worker's connection announced a message of {0} bytes; start the job again",
                    {std::to_string(length)});
    if (available < kFrameHeader + length) return std::nullopt;
    start_ += kFrameHeader + length;
    return decodeCbor(begin + kFrameHeader, length);
}

}  // namespace protolabel::engine
