#include "core/imaging/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>
#include <vector>

namespace protolabel::imaging {

void writeGzip(PendingFile& file, std::initializer_list<std::span<const std::uint8_t>> parts) {
    constexpr int kGzipWrapper = 16;
    constexpr std::size_t kMost = 1 << 30;  // zlib counts in 32 bits
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipWrapper, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, deflateEnd);
    std::vector<std::uint8_t> packed(1 << 18);
    const auto deflateAll = [&](int flush) {
        do {
            stream.next_out = packed.data();
            stream.avail_out = static_cast<uInt>(packed.size());
            deflate(&stream, flush);
            file.write(packed.data(), packed.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    };
    for (auto part : parts)
        while (!part.empty()) {
            const auto now = part.first(std::min(part.size(), kMost));
            stream.next_in = const_cast<Bytef*>(now.data());
            stream.avail_in = static_cast<uInt>(now.size());
            deflateAll(Z_NO_FLUSH);
            part = part.subspan(now.size());
        }
    deflateAll(Z_FINISH);
}

}  // namespace protolabel::imaging
