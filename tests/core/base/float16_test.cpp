#include "core/base/float16.h"

#include <cmath>
#include <limits>

#include "tests/support/check.h"

using namespace protolabel;

TEST(known_values_of_ieee_754) {
    CHECK_EQ(toHalf(0.0f).bits, 0x0000);
    CHECK_EQ(toHalf(-0.0f).bits, 0x8000);
    CHECK_EQ(toHalf(1.0f).bits, 0x3c00);
    CHECK_EQ(toHalf(-2.0f).bits, 0xc000);
    CHECK_EQ(toHalf(65504.0f).bits, 0x7bff);    // largest finite
    CHECK_EQ(toHalf(65519.996f).bits, 0x7bff);  // just below the tie
    CHECK_EQ(toHalf(65520.0f).bits, 0x7c00);    // tie goes to infinity
    CHECK_EQ(toHalf(0x1p-14f).bits, 0x0400);    // smallest normal
    CHECK_EQ(toHalf(0x1p-24f).bits, 0x0001);    // smallest subnormal
    CHECK_EQ(toHalf(0x1p-25f).bits, 0x0000);    // tie to even: zero
    CHECK_EQ(toHalf(0x1.8p-25f).bits, 0x0001);
    CHECK_EQ(toHalf(0.333251953125f).bits, 0x3555);  // 1/3 as half
    CHECK_EQ(toHalf(std::numeric_limits<float>::infinity()).bits, 0x7c00);
    CHECK(std::isnan(toFloat(toHalf(std::numeric_limits<float>::quiet_NaN()))));
}

TEST(ties_round_to_even) {
    CHECK_EQ(toHalf(1.0f + 0x1p-11f).bits, 0x3c00);
    CHECK_EQ(toHalf(1.0f + 3 * 0x1p-11f).bits, 0x3c02);
}

TEST(every_finite_half_survives_the_way_through_float) {
    for (int bits = 0; bits < 0x10000; ++bits) {
        const Half half{static_cast<std::uint16_t>(bits)};
        if ((bits & 0x7c00) == 0x7c00 && (bits & 0x3ff) != 0) continue;  // NaN payloads
        CHECK_EQ(toHalf(toFloat(half)).bits, half.bits);
    }
}
