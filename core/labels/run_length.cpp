#include "core/labels/run_length.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "core/base/error.h"
#include "core/labels/end_of_run.h"

namespace protolabel::labels {

namespace {

constexpr std::uint64_t kMaxSide = 65535;
constexpr std::uint64_t kMaxPixels = std::uint64_t{1} << 28;

bool withinLimits(std::uint64_t width, std::uint64_t height) {
    return width <= kMaxSide && height <= kMaxSide && width * height <= kMaxPixels;
}

void putVarint(Bytes& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<std::uint8_t>(value) | 0x80);
    out.push_back(static_cast<std::uint8_t>(value));
}

[[noreturn]] void damaged() {
    throw Error("runs.damaged", "a stored mask is damaged; restore the file it came from, or draw the mask again");
}

/// Reads varints up to 32 bits, in their shortest form only.
class Reader {
public:
    explicit Reader(const Bytes& bytes) : bytes_(bytes) {}
    bool atEnd() const { return position_ == bytes_.size(); }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            if (atEnd()) damaged();
            const std::uint64_t byte = bytes_[position_++];
            value |= (byte & 0x7f) << shift;
            if (byte < 0x80) {
                if (byte == 0 && shift > 0) damaged();
                return value;
            }
        }
        damaged();
    }

private:
    const Bytes& bytes_;
    std::size_t position_ = 0;
};

/// The bytes of a slice up to its first run; `pixels`: that it has.
Bytes encodedSize(int width, int height, std::size_t pixels) {
    const auto columns = static_cast<std::uint64_t>(width), rows = static_cast<std::uint64_t>(height);
    if (width < 0 || height < 0 || !withinLimits(columns, rows) || pixels != columns * rows)
        throw Error("runs.size", "a slice of {0} x {1} pixels is too large to store; resample the volume",
                    {std::to_string(width), std::to_string(height)});
    Bytes out;
    putVarint(out, columns);
    putVarint(out, rows);
    return out;
}

template <class T>
Bytes encode(const Image2D<T>& image) {
    Bytes out = encodedSize(image.width, image.height, image.pixels.size());
    const T* const last = image.pixels.data() + image.pixels.size();
    for (const T* run = image.pixels.data(); run != last;) {
        const T* const end = endOfRun(run, last);
        putVarint(out, *run);
        putVarint(out, static_cast<std::uint64_t>(end - run));
        run = end;
    }
    return out;
}

/// Calls f(value, length) for every run. Throws when the runs do not cover the image exactly.
template <class T, class F>
void forEachRun(Reader reader, std::uint64_t pixels, F&& f) {
    std::optional<std::uint64_t> previous;
    std::uint64_t covered = 0;
    while (covered < pixels) {
        const auto value = reader.varint();
        const auto length = reader.varint();
        if (value > std::numeric_limits<T>::max() || value == previous || length == 0 || length > pixels - covered)
            damaged();
        f(static_cast<T>(value), length);
        covered += length;
        previous = value;
    }
    if (!reader.atEnd()) damaged();
}

struct Size {
    std::uint64_t width, height;
};

Size decodedSize(Reader& reader) {
    const auto width = reader.varint();
    const auto height = reader.varint();
    if (!withinLimits(width, height)) damaged();
    return {width, height};
}

template <class T>
void decode(const Bytes& bytes, Image2D<T>& image) {
    Reader reader(bytes);
    const auto [width, height] = decodedSize(reader);
    forEachRun<T>(reader, width * height, [](T, std::uint64_t) {});

    image = Image2D<T>(static_cast<int>(width), static_cast<int>(height));
    auto pixel = image.pixels.begin();
    forEachRun<T>(reader, width * height,
                  [&](T value, std::uint64_t length) { pixel = std::fill_n(pixel, length, value); });
}

}  // namespace

Bytes encodeRuns(const Image2D<std::uint8_t>& image) {
    return encode(image);
}
Bytes encodeRuns(const Image2D<std::uint16_t>& image) {
    return encode(image);
}
Bytes encodeRuns(const SliceRuns& slice) {
    Bytes out = encodedSize(slice.width, slice.height, slice.runs.empty() ? 0 : slice.runs.back().end);
    std::uint32_t begin = 0;
    for (const auto& run : slice.runs) {
        putVarint(out, run.value);
        putVarint(out, run.end - begin);
        begin = run.end;
    }
    return out;
}
void decodeRuns(const Bytes& bytes, Image2D<std::uint8_t>& image) {
    decode(bytes, image);
}
void decodeRuns(const Bytes& bytes, Image2D<std::uint16_t>& image) {
    decode(bytes, image);
}
void decodeRuns(const Bytes& bytes, SliceRuns& slice) {
    Reader reader(bytes);
    const auto [width, height] = decodedSize(reader);
    SliceRuns read(static_cast<int>(width), static_cast<int>(height));
    forEachRun<std::uint16_t>(reader, width * height, [&](std::uint16_t value, std::uint64_t length) {
        read.append(value, static_cast<std::uint32_t>(length));
    });
    slice = std::move(read);
}

}  // namespace protolabel::labels
