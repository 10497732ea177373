#include "core/refine/features.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;
using labels::Mask;

// The outline between columns 20 and 21 runs through the middle of halved pixel 10, and 2 mm from the middle of pixel 11 (columns 22 and 23, whose centres
// lie 1.5 and 2.5 mm inside).
TEST(distances_are_those_of_the_outline_that_was_drawn) {
    Mask mask(96, 96);
    for (int y = 0; y < 96; ++y)
        for (int x = 21; x < 75; ++x) mask.at(x, y) = 1;
    SliceStack<Half> image{3, 96, 96, 1, 5, {}};
    image.voxels.resize(std::size_t{3} * 96 * 96);
    const labels::MaskStack drawn = {{0, mask}};
    const auto features = featuresOf({image, drawn, {}, {}, {}}, {1});
    const auto at = [&](int x) { return features.at(1, static_cast<std::size_t>(24 * features.window.width + x)); };
    CHECK_EQ(features.window.left, 0);
    CHECK_NEAR(at(10)[1], 0, 1e-6);
    CHECK_NEAR(at(11)[1], 0.2, 1e-6);  // in cm
    CHECK_NEAR(at(8)[1], -0.4, 1e-6);
    CHECK_EQ(features.at(2, 0)[1], 0);  // was not asked for
}

// Halving it leaves a quarter of a pixel.
TEST(an_object_of_one_pixel_is_still_an_object) {
    Mask mask(32, 32);
    mask.at(9, 9) = 1;
    SliceStack<Half> image{2, 32, 32, 1, 5, {}};
    image.voxels.resize(std::size_t{2} * 32 * 32);
    const labels::MaskStack drawn = {{0, mask}};
    const auto features = featuresOf({image, drawn, {}, {}, {}}, {1});
    const auto pixel =
        static_cast<std::size_t>((4 - features.window.top) * features.window.width + 4 - features.window.left);
    CHECK_EQ(features.at(1, pixel)[6], 0);  // the slice before is not empty
    CHECK_EQ(features.at(1, pixel)[8], 1);
}
