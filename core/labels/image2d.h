#pragma once

#include <cstdint>
#include <vector>

namespace protolabel::labels {

/// A dense slice, row-major. (x, y) are the two in-plane index axes in increasing axis order: for slice axis k,
/// x = i and y = j; for slice axis j, x = i and y = k; for slice axis i, x = j and y = k.
template <class T>
struct Image2D {
    int width = 0;
    int height = 0;
    std::vector<T> pixels;

    Image2D() = default;
    Image2D(int w, int h, T value = T{}) : width(w), height(h), pixels(static_cast<std::size_t>(w) * h, value) {}
    T& at(int x, int y) { return pixels[static_cast<std::size_t>(y) * width + x]; }
    const T& at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * width + x]; }
    bool operator==(const Image2D&) const = default;
};

using Mask = Image2D<std::uint8_t>;         ///< 0 or 1
using LabelSlice = Image2D<std::uint16_t>;  ///< label ids, 0 = background
/// Foreground probability p as floor(256 p), at most 255; so p >= 0.5 exactly where the value is >= 128.
using ProbabilitySlice = Image2D<std::uint8_t>;

std::int64_t countNonZero(const Mask& mask);
std::int64_t countNonZero(const LabelSlice& slice);
/// 1 where `slice` equals `label`.
Mask maskOf(const LabelSlice& slice, std::uint16_t label);

}  // namespace protolabel::labels
