#include "core/base/float16.h"

#include <bit>

namespace protolabel {

Half toHalf(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000);
    const std::uint32_t magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) return {static_cast<std::uint16_t>(sign | 0x7e00)};   // NaN
    if (magnitude >= 0x477ff000) return {static_cast<std::uint16_t>(sign | 0x7c00)};  // rounds to infinity
    if (magnitude < 0x33000001) return {sign};                                        // rounds to zero

    const int exponent = static_cast<int>(magnitude >> 23) - 127;
    std::uint32_t mantissa = (magnitude & 0x7fffff) | 0x800000;
    // Normal halfs drop 13 mantissa bits; subnormal ones one more for every power below 2^-14.
    const int drop = exponent >= -14 ? 13 : 13 + (-14 - exponent);
    const std::uint32_t rest = mantissa & ((1u << drop) - 1);
    const std::uint32_t half = 1u << (drop - 1);
    mantissa >>= drop;
    if (rest > half || (rest == half && (mantissa & 1) != 0)) ++mantissa;
    // A mantissa that overflows carries into the exponent, as it should.
    if (exponent >= -14) mantissa += static_cast<std::uint32_t>(exponent + 14) << 10;
    return {static_cast<std::uint16_t>(sign | mantissa)};
}

float toFloat(Half value) {
    const std::uint32_t sign = static_cast<std::uint32_t>(value.bits & 0x8000) << 16;
    const std::uint32_t exponent = value.bits >> 10 & 31;
    const std::uint32_t mantissa = value.bits & 0x3ff;
    if (exponent == 0) {
        const float magnitude = static_cast<float>(mantissa) * 0x1p-24f;
        return sign != 0 ? -magnitude : magnitude;
    }
    const std::uint32_t wide = exponent == 31 ? 0xff : exponent + 127 - 15;
    return std::bit_cast<float>(sign | wide << 23 | mantissa << 13);
}

}  // namespace protolabel
