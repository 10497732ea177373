#include "viewer/base/scale_bar.h"

#include "tests/support/check.h"

using namespace protolabel::viewer;

namespace {

void check(double pixelsPerMm, double longest, const char* text, double pixels) {
    const auto bar = scaleBar(pixelsPerMm, longest);
    CHECK_EQ(bar.text, text);
    CHECK_NEAR(bar.pixels, pixels, 1e-9);
}

}  // namespace

TEST(bars_are_one_two_or_five) {
    check(10, 150, "10 mm", 100);
    check(10, 200, "20 mm", 200);
    check(2, 150, "50 mm", 100);
    check(1, 999, "500 mm", 500);
    check(100, 80, "0.5 mm", 50);
    check(10000, 300, "20 \u00b5m", 200);
}
