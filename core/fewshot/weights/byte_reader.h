#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace protolabel::fewshot::weights {

using ByteSpan = std::span<const std::uint8_t>;

/// Names out of a file, for messages: cut to a readable length, other than printable ASCII replaced.
std::string printable(std::string_view text);

/// Throws Error "weights.damaged" naming the offset in the file.
[[noreturn]] void damaged(const std::string& what, std::size_t offset);

/// Reads a file from front to back; every function throws Error "weights.damaged" where the bytes end first. Numbers are little-endian.
class ByteReader {
public:
    /// `bytes` lie at `start` of the file: offsets in messages count from the file's first byte.
    explicit ByteReader(ByteSpan bytes, std::size_t start = 0) : bytes_(bytes), start_(start) {}

    ByteSpan take(std::uint64_t count);
    std::string_view text(std::uint64_t count);
    std::string_view line();  ///< up to a line feed, which is taken too
    std::uint64_t number(std::size_t width);
    std::uint8_t byte() { return take(1)[0]; }
    double bigEndianDouble();

    std::size_t offset() const { return start_ + position_; }
    std::size_t left() const { return bytes_.size() - position_; }

private:
    ByteSpan bytes_;
    std::size_t start_;
    std::size_t position_ = 0;
};

}  // namespace protolabel::fewshot::weights
