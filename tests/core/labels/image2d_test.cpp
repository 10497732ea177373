#include "core/labels/image2d.h"

#include "tests/support/check.h"

using namespace protolabel::labels;

TEST(pixels_are_row_major) {
    LabelSlice slice(3, 2);
    slice.at(2, 1) = 7;
    CHECK_EQ(slice.pixels[5], 7);
}

TEST(counts_and_masks_of_one_label) {
    LabelSlice slice(3, 2);
    slice.pixels = {0, 300, 2, 300, 0, 44};  // 300 and 44 agree in their low byte
    CHECK_EQ(countNonZero(slice), 4);
    const Mask mask = maskOf(slice, 300);
    CHECK_EQ(countNonZero(mask), 2);
    CHECK(mask.pixels == (std::vector<std::uint8_t>{0, 1, 0, 1, 0, 0}));
}
