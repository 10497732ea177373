#include "core/base/packed_slices.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <vector>

#include "core/base/range_coder.h"

namespace protolabel {

namespace {

constexpr int kContexts = 20;
constexpr std::size_t kMostVoxelsPerByte = 12000;  // the best that a BitModel can promise: 0.00068 bits a voxel

[[noreturn]] void damagedPack() {
    throw Error("pack.damaged", "compressed slices are damaged; get the file again");
}

/// Keys sort as the values do.
std::uint32_t keyOf(Half value) {
    return value.bits & 0x8000 ? static_cast<std::uint16_t>(~value.bits) : value.bits | 0x8000u;
}
std::uint32_t keyOf(std::int32_t value) {
    return std::bit_cast<std::uint32_t>(value) ^ 0x80000000u;
}
void valueOf(std::uint32_t key, Half& value) {
    if (key > 0xFFFF) damagedPack();
    value.bits = static_cast<std::uint16_t>(key & 0x8000 ? key & 0x7FFF : ~key);
}
void valueOf(std::uint32_t key, std::int32_t& value) {
    value = std::bit_cast<std::int32_t>(key ^ 0x80000000u);
}

std::uint32_t folded(std::int32_t difference) {
    return static_cast<std::uint32_t>(difference) << 1 ^ static_cast<std::uint32_t>(difference >> 31);
}
std::int32_t unfolded(std::uint32_t number) {
    return static_cast<std::int32_t>(number >> 1) ^ -static_cast<std::int32_t>(number & 1);
}

/// What the coder knows of a pixel before it: the numbers of the pixels above and to the left, 0 outside.
class Predictor {
public:
    explicit Predictor(int width) : above_(static_cast<std::size_t>(width) + 2), row_(above_.size()) {}

    struct Guess {
        std::int32_t number;
        std::size_t context;
    };
    Guess guess(int x) const {
        const auto i = static_cast<std::size_t>(x) + 1;
        const std::int32_t w = row_[i - 1], n = above_[i], nw = above_[i - 1], ne = above_[i + 1];
        const auto [low, high] = std::minmax(w, n);
        const std::int32_t number = nw >= high ? low : nw <= low ? high : w + n - nw;
        const auto unrest =
            static_cast<std::uint32_t>(std::abs(w - nw) + std::abs(n - nw) + std::abs(n - ne) + 2 * lastMiss_);
        return {number, std::min<std::size_t>(std::bit_width(unrest), kContexts - 1)};
    }
    void tell(int x, const Guess& guess, std::int32_t number) {
        row_[static_cast<std::size_t>(x) + 1] = number;
        lastMiss_ = std::abs(number - guess.number);
    }
    void endRow() {
        std::swap(above_, row_);
        lastMiss_ = 0;
    }
    void endSlice() { std::fill(above_.begin(), above_.end(), 0); }

private:
    std::vector<std::int32_t> above_, row_;
    std::int32_t lastMiss_ = 0;
};

template <class T, class Each>
void forEachPixel(const SliceStack<T>& stack, Each each) {
    Predictor predictor(stack.width);
    std::size_t voxel = 0;
    for (int z = 0; z < stack.slices; ++z, predictor.endSlice())
        for (int y = 0; y < stack.height; ++y, predictor.endRow())
            for (int x = 0; x < stack.width; ++x, ++voxel) {
                const auto guess = predictor.guess(x);
                predictor.tell(x, guess, each(voxel, guess));
            }
}

template <class T>
Bytes packed(const SliceStack<T>& stack) {
    std::vector<std::uint32_t> keys;
    for (const auto& value : stack.voxels) {
        const auto key = keyOf(value);
        if (keys.empty() || keys.back() != key) keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());

    RangeEncoder coder;
    NumberModel header, gaps;
    header.put(coder, static_cast<std::uint32_t>(keys.size()));
    for (std::size_t i = 0; i < keys.size(); ++i) gaps.put(coder, i == 0 ? keys[0] : keys[i] - keys[i - 1]);
    std::array<NumberModel, kContexts> misses;
    forEachPixel(stack, [&](std::size_t voxel, const Predictor::Guess& guess) {
        const auto found = std::lower_bound(keys.begin(), keys.end(), keyOf(stack.voxels[voxel]));
        const auto number = static_cast<std::int32_t>(found - keys.begin());
        misses[guess.context].put(coder, folded(number - guess.number));
        return number;
    });
    return coder.take();
}

template <class T>
void unpacked(const Bytes& bytes, SliceStack<T>& stack) {
    try {
        RangeDecoder coder(bytes);
        NumberModel header, gaps;
        const std::size_t voxels = static_cast<std::size_t>(stack.slices) * stack.height * stack.width;
        if (voxels / kMostVoxelsPerByte > bytes.size()) damagedPack();
        const std::size_t count = header.get(coder);
        if (count > voxels || (count == 0) != (voxels == 0)) damagedPack();
        std::vector<T> values;
        std::uint32_t key = 0;
        for (std::size_t i = 0; i < count; ++i) {
            key += gaps.get(coder);
            valueOf(key, values.emplace_back());
        }
        std::array<NumberModel, kContexts> misses;
        stack.voxels.resize(voxels);
        forEachPixel(stack, [&](std::size_t voxel, const Predictor::Guess& guess) {
            const std::int64_t number = std::int64_t{guess.number} + unfolded(misses[guess.context].get(coder));
            if (number < 0 || number >= static_cast<std::int64_t>(count)) damagedPack();
            stack.voxels[voxel] = values[static_cast<std::size_t>(number)];
            return static_cast<std::int32_t>(number);
        });
    } catch (const Error& error) {
        if (error.code() == "coder.short") damagedPack();
        throw;
    }
}

}  // namespace

Bytes packVoxels(const SliceStack<Half>& stack) {
    return packed(stack);
}
Bytes packVoxels(const SliceStack<std::int32_t>& stack) {
    return packed(stack);
}
void unpackVoxels(const Bytes& bytes, SliceStack<Half>& stack) {
    unpacked(bytes, stack);
}
void unpackVoxels(const Bytes& bytes, SliceStack<std::int32_t>& stack) {
    unpacked(bytes, stack);
}

}  // namespace protolabel
