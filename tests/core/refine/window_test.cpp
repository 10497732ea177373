#include "core/refine/window.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;
using labels::Image2D;
using labels::Mask;

namespace {

Mask block(int width, int height, int left, int top, int right, int bottom) {
    Mask mask(width, height);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) mask.at(x, y) = 1;
    return mask;
}

TEST(the_window_surrounds_all_that_is_drawn_within_the_grid) {
    const labels::MaskStack drawn = {
        {3, block(64, 64, 20, 30, 30, 34)}, {5, block(64, 64, 26, 10, 40, 12)}, {9, Mask(64, 64)}};
    const auto window = windowAround(drawn, 64, 64, 4);  // halved: x 10..19, y 5..16
    CHECK_EQ(window.left, 6);
    CHECK_EQ(window.width, 18);
    CHECK_EQ(window.top, 1);
    CHECK_EQ(window.height, 20);
    const auto clipped = windowAround(drawn, 64, 64, 100);
    CHECK_EQ(clipped.left, 0);
    CHECK_EQ(clipped.width, 32);
    CHECK_EQ(clipped.height, 32);
}

TEST(halving_takes_means_and_doubling_keeps_what_is_linear) {
    const auto half = halved(block(4, 4, 1, 0, 4, 2));
    CHECK(half.pixels == (std::vector<float>{0.5F, 1, 0, 0}));
    Image2D<float> slope(4, 1);
    slope.pixels = {0, 4, 8, 12};
    CHECK(doubled(slope).pixels == (std::vector<float>{0, 1, 3, 5, 7, 9, 11, 12, 0, 1, 3, 5, 7, 9, 11, 12}));
    SliceStack<Half> image{2, 2, 2, 1, 1, {}};
    for (const float v : {0.F, 0.F, 0.F, 0.F, 1.F, 2.F, 3.F, 6.F}) image.voxels.push_back(toHalf(v));
    CHECK_EQ(halved(image, 1).pixels.front(), 3.F);
}

TEST(distances_are_from_the_edge_between_pixels) {
    const auto distance = signedDistance(block(7, 1, 2, 0, 5, 1), 2);
    CHECK(distance.pixels == (std::vector<float>{-1.5F, -0.5F, 0.5F, 1.5F, 0.5F, -0.5F, -1.5F}));
    CHECK_EQ(signedDistance(block(9, 1, 0, 0, 1, 1), 2).pixels.back(), -2.F);
    CHECK_EQ(signedDistance(Mask(3, 3), 5).at(1, 1), -5.F);
}

TEST(box_means_leave_out_what_is_beyond_the_border) {
    Image2D<float> image(3, 2);
    image.pixels = {1, 2, 3, 4, 5, 6};
    CHECK(boxMean(image, 1).pixels == (std::vector<float>{3, 3.5F, 4, 3, 3.5F, 4}));
    CHECK(boxMean(image, 0).pixels == image.pixels);
}

}  // namespace
