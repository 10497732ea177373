#include "core/refine/snapping.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;
using labels::Image2D;
using labels::Mask;

namespace {

/// `inside` on the columns [left, right) and rows [top, bottom), else `outside`.
template <class T>
Image2D<T> box(int size, int left, int top, int right, int bottom, T inside, T outside) {
    Image2D<T> image(size, size, outside);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) image.at(x, y) = inside;
    return image;
}

Mask boxMask(int size, int left, int top, int right, int bottom) {
    return box<std::uint8_t>(size, left, top, right, bottom, 1, 0);
}

TEST(the_boundary_moves_to_the_edge_of_the_image) {
    // Bright on 12..28; proposed on 14..30 and 11..27: two pixels and one beside it.
    const auto image = box<float>(40, 12, 12, 28, 28, 1.5F, -0.5F);
    const auto p = box<float>(40, 14, 11, 30, 27, 0.6F, 0.4F);
    CHECK(snapped(p, image, 1, 1) == boxMask(40, 12, 12, 28, 28));
}

TEST(what_is_far_from_the_boundary_stays) {
    // A bright hole in the middle of a large proposal lies 10 pixels inside.
    auto image = box<float>(60, 10, 10, 50, 50, 1, 0);
    for (int y = 28; y < 32; ++y)
        for (int x = 28; x < 32; ++x) image.at(x, y) = 0;
    const auto p = box<float>(60, 10, 10, 50, 50, 0.7F, 0.3F);
    CHECK(snapped(p, image, 1, 1) == boxMask(60, 10, 10, 50, 50));
}

TEST(a_constant_image_changes_no_straight_boundary) {
    const Image2D<float> flat(30, 30, 0.F);
    const auto p = box<float>(30, 8, 8, 20, 22, 0.9F, 0.1F);
    CHECK(snapped(p, flat, 1, 1) == boxMask(30, 8, 8, 20, 22));
}

TEST(objects_at_the_border_and_of_the_whole_slice_stay) {
    const auto image = box<float>(30, 0, 0, 12, 30, 1, 0);
    CHECK(snapped(box<float>(30, 0, 0, 13, 30, 0.6F, 0.4F), image, 1, 1) == boxMask(30, 0, 0, 12, 30));
    CHECK(snapped(Image2D<float>(9, 9, 0.8F), Image2D<float>(9, 9, 0.F), 1, 1) == Mask(9, 9, 1));
    CHECK(snapped(Image2D<float>(9, 9, 0.2F), Image2D<float>(9, 9, 0.F), 1, 1) == Mask(9, 9, 0));
    CHECK(snapped(Image2D<float>(1, 1, 0.8F), Image2D<float>(1, 1, 0.F), 1, 1) == Mask(1, 1, 1));
}

TEST(the_band_is_as_wide_in_finer_pixels) {
    // The edge is 6 pixels away: out of reach of pixels as large as the network's, within reach where they are half as large.
    const auto image = box<float>(60, 10, 10, 50, 50, 1, 0);
    const auto p = box<float>(60, 16, 10, 50, 50, 0.55F, 0.45F);
    CHECK(snapped(p, image, 0.5, 0.5) == boxMask(60, 10, 10, 50, 50));
    CHECK(snapped(p, image, 1, 1) != boxMask(60, 10, 10, 50, 50));
    CHECK(snapped(p, image, 0.5, 1) == boxMask(60, 10, 10, 50, 50));
}

}  // namespace
