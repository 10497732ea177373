#include "core/fewshot/weights/byte_reader.h"

#include <algorithm>
#include <bit>

#include "core/base/error.h"

namespace protolabel::fewshot::weights {

std::string printable(std::string_view text) {
    constexpr std::size_t kLongest = 200;
    std::string shown(text.substr(0, kLongest));
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return text.size() > kLongest ? shown + "..." : shown;
}

void damaged(const std::string& what, std::size_t offset) {
    throw Error("weights.damaged", "the weights cannot be read: {0}, at byte {1}; download or copy the file again",
                {printable(what), std::to_string(offset)});
}

ByteSpan ByteReader::take(std::uint64_t count) {
    if (count > left()) damaged("the file is cut short", offset());
    const auto taken = bytes_.subspan(position_, static_cast<std::size_t>(count));
    position_ += taken.size();
    return taken;
}

std::string_view ByteReader::text(std::uint64_t count) {
    const auto taken = take(count);
    return {reinterpret_cast<const char*>(taken.data()), taken.size()};
}

std::string_view ByteReader::line() {
    const std::string_view rest(reinterpret_cast<const char*>(bytes_.data()) + position_, left());
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) damaged("a line does not end", offset());
    take(end + 1);
    return rest.substr(0, end);
}

std::uint64_t ByteReader::number(std::size_t width) {
    std::uint64_t value = 0;
    const auto taken = take(width);
    for (std::size_t i = 0; i < width; ++i) value |= std::uint64_t{taken[i]} << (8 * i);
    return value;
}

double ByteReader::bigEndianDouble() {
    std::uint64_t bits = 0;
    for (const auto byte : take(8)) bits = bits << 8 | byte;
    return std::bit_cast<double>(bits);
}

}  // namespace protolabel::fewshot::weights
