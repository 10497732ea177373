#include "core/base/slice_stack.h"

#include <array>
#include <bit>
#include <cstring>

#include "core/base/error.h"

namespace protolabel {

namespace {

static_assert(std::endian::native == std::endian::little, "the stack codec copies memory");

// "PLS" and the element type, slices, height, width as uint32, two spacings as double.
constexpr std::size_t kHeader = 4 + 3 * 4 + 2 * 8;
constexpr std::uint32_t kMaxSide = 65536;
constexpr std::size_t kMaxVoxels = std::size_t{1} << 30;  // 4096 slices of 512 x 512; runs alone justify any claim

struct Run {
    std::int32_t value;
    std::uint32_t length;
};
static_assert(sizeof(Run) == 8);

[[noreturn]] void damaged() {
    throw Error("stack.damaged", "slices received are damaged; clear the cache folder and try again");
}

template <class T>
Bytes header(char type, const SliceStack<T>& stack) {
    Bytes out(kHeader);
    const std::array<char, 4> magic{'P', 'L', 'S', type};
    const std::array<std::uint32_t, 3> sides{static_cast<std::uint32_t>(stack.slices),
                                             static_cast<std::uint32_t>(stack.height),
                                             static_cast<std::uint32_t>(stack.width)};
    const std::array<double, 2> spacing{stack.pixelSpacing, stack.sliceSpacing};
    std::memcpy(out.data(), magic.data(), 4);
    std::memcpy(out.data() + 4, sides.data(), 12);
    std::memcpy(out.data() + 16, spacing.data(), 16);
    return out;
}

/// Reads the header and returns the number of voxels it claims.
template <class T>
std::size_t readHeader(const Bytes& bytes, char type, SliceStack<T>& stack) {
    if (bytes.size() < kHeader || std::memcmp(bytes.data(), "PLS", 3) != 0 ||
        bytes[3] != static_cast<std::uint8_t>(type))
        damaged();
    std::array<std::uint32_t, 3> sides;
    std::array<double, 2> spacing;
    std::memcpy(sides.data(), bytes.data() + 4, 12);
    std::memcpy(spacing.data(), bytes.data() + 16, 16);
    for (const auto side : sides)
        if (side > kMaxSide) damaged();
    if (!(spacing[0] > 0) || !(spacing[1] > 0)) damaged();
    stack.slices = static_cast<int>(sides[0]);
    stack.height = static_cast<int>(sides[1]);
    stack.width = static_cast<int>(sides[2]);
    stack.pixelSpacing = spacing[0];
    stack.sliceSpacing = spacing[1];
    const std::size_t count = std::size_t{sides[0]} * sides[1] * sides[2];
    if (count > kMaxVoxels) damaged();
    return count;
}

template <class T>
Bytes encodeDense(char type, const SliceStack<T>& stack) {
    Bytes out = header(type, stack);
    const std::size_t size = stack.voxels.size() * sizeof(T);
    out.resize(kHeader + size);
    if (size > 0) std::memcpy(out.data() + kHeader, stack.voxels.data(), size);
    return out;
}

template <class T>
void decodeDense(const Bytes& bytes, char type, SliceStack<T>& stack) {
    SliceStack<T> read;
    const std::size_t count = readHeader(bytes, type, read);
    if ((bytes.size() - kHeader) / sizeof(T) != count || (bytes.size() - kHeader) % sizeof(T) != 0) damaged();
    read.voxels.resize(count);
    if (count > 0) std::memcpy(read.voxels.data(), bytes.data() + kHeader, count * sizeof(T));
    stack = std::move(read);
}

}  // namespace

Bytes encode(const SliceStack<Half>& stack) {
    return encodeDense('h', stack);
}
Bytes encode(const SliceStack<float>& stack) {
    return encodeDense('f', stack);
}
void decode(const Bytes& bytes, SliceStack<Half>& stack) {
    decodeDense(bytes, 'h', stack);
}
void decode(const Bytes& bytes, SliceStack<float>& stack) {
    decodeDense(bytes, 'f', stack);
}

Bytes encode(const SliceStack<std::int32_t>& stack) {
    Bytes out = header('i', stack);
    for (std::size_t i = 0; i < stack.voxels.size();) {
        Run run{stack.voxels[i], 0};
        for (; i < stack.voxels.size() && stack.voxels[i] == run.value; ++i) ++run.length;
        const auto at = out.size();
        out.resize(at + sizeof(Run));
        std::memcpy(out.data() + at, &run, sizeof(Run));
    }
    return out;
}

void decode(const Bytes& bytes, SliceStack<std::int32_t>& stack) {
    SliceStack<std::int32_t> read;
    const std::size_t count = readHeader(bytes, 'i', read);
    if ((bytes.size() - kHeader) % sizeof(Run) != 0) damaged();
    // The runs are added up before anything is allocated for them.
    std::size_t covered = 0;
    for (std::size_t at = kHeader; at < bytes.size(); at += sizeof(Run)) {
        Run run;
        std::memcpy(&run, bytes.data() + at, sizeof(Run));
        if (run.length == 0) damaged();
        covered += run.length;
    }
    if (covered != count) damaged();
    read.voxels.reserve(count);
    for (std::size_t at = kHeader; at < bytes.size(); at += sizeof(Run)) {
        Run run;
        std::memcpy(&run, bytes.data() + at, sizeof(Run));
        read.voxels.insert(read.voxels.end(), run.length, run.value);
    }
    stack = std::move(read);
}

}  // namespace protolabel
