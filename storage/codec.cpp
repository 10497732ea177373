#include "storage/codec.h"

#include <zstd.h>

#include <charconv>
#include <memory>

namespace protolabel::storage {

namespace {

constexpr unsigned long long kMaxContent = 1ull << 31;

template <class T>
void append(std::string& text, T value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    if (!text.empty()) text += ' ';
    text.append(digits, end);
}

/// Numbers separated by single spaces.
class NumberReader {
public:
    explicit NumberReader(const std::string& text) : next_(text.data()), end_(next_ + text.size()) {}
    bool atEnd() const { return next_ == end_; }
    template <class T>
    T read() {
        T value{};
        const auto [after, code] = std::from_chars(next_, end_, value);
        if (code != std::errc() || (after != end_ && *after != ' ')) throwDamagedValue("a list of numbers");
        next_ = after == end_ ? after : after + 1;
        return value;
    }

private:
    const char* next_;
    const char* end_;
};

}  // namespace

void throwDamagedValue(const std::string& what) {
    throw Error("project.damaged",
                "the project file is damaged ({0} cannot be read); recover what can be read into a new project",
                {what});
}

Bytes compress(const Bytes& data, int level) {
    // Making a context takes longer than compressing a slice.
    thread_local const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(),
                                                                                       ZSTD_freeCCtx);
    Bytes frame(ZSTD_compressBound(data.size()));
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    // SQLite checks no page contents: without a checksum a damaged undo record would reach code that trusts it.
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    const auto written = ZSTD_compress2(context.get(), frame.data(), frame.size(), data.data(), data.size());
    if (ZSTD_isError(written) != 0)
        throw Error("project.io", "data could not be compressed: {0}; close other programs and try again",
                    {ZSTD_getErrorName(written)});
    frame.resize(written);
    return frame;
}

Bytes decompress(const Bytes& frame) {
    const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxContent)
        throwDamagedValue("a compressed block");
    Bytes data(static_cast<std::size_t>(size));
    thread_local const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(),
                                                                                       ZSTD_freeDCtx);
    const auto read = ZSTD_decompressDCtx(context.get(), data.data(), data.size(), frame.data(), frame.size());
    if (ZSTD_isError(read) != 0 || read != data.size()) throwDamagedValue("a compressed block");
    return data;
}

std::string geometryText(const imaging::Geometry& geometry) {
    std::string text;
    for (const auto n : geometry.size) append(text, n);
    for (const auto& vector :
         {geometry.spacing, geometry.origin, geometry.direction[0], geometry.direction[1], geometry.direction[2]})
        for (const double x : vector) append(text, x);
    return text;
}

imaging::Geometry geometryFrom(const std::string& text) {
    imaging::Geometry geometry;
    NumberReader reader(text);
    for (auto& n : geometry.size) n = reader.read<std::int64_t>();
    for (auto* vector :
         {&geometry.spacing, &geometry.origin, &geometry.direction[0], &geometry.direction[1], &geometry.direction[2]})
        for (double& x : *vector) x = reader.read<double>();
    if (!reader.atEnd()) throwDamagedValue("a geometry");
    return geometry;
}

std::vector<std::int64_t> idsFrom(const std::string& text) {
    std::vector<std::int64_t> numbers;
    for (NumberReader reader(text); !reader.atEnd();) numbers.push_back(reader.read<std::int64_t>());
    return numbers;
}

}  // namespace protolabel::storage
