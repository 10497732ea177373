#include "viewer/base/slice_viewport.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::viewer;

namespace {

/// 48 x 24 x 12 voxels of 1 x 2 x 4 mm in a view of 500 x 500: every plane is 48 mm wide and high, so 10 pixels a mm and 10 at the edges.
SliceViewport viewport(int axis, const imaging::Vec3& i = {1, 0, 0}) {
    imaging::Geometry geometry;
    geometry.size = {48, 24, 12};
    geometry.spacing = {1, 2, 4};
    geometry.direction[0] = i;
    SliceViewport view(viewPlane(geometry, axis));
    view.resize(500, 500);
    return view;
}

void checkPixel(const Pixel& pixel, double x, double y) {
    CHECK_NEAR(pixel.x, x, 1e-9);
    CHECK_NEAR(pixel.y, y, 1e-9);
}

}  // namespace

TEST(fitted_slices_fill_96_percent) {
    const auto view = viewport(2);
    CHECK_NEAR(view.pixelsPerMm(), 10, 1e-12);
    checkPixel(view.toPixel(imaging::Vec3{0, 0, 5}), 15, 20);
    checkPixel(view.toPixel(imaging::Vec3{47, 23, 5}), 485, 480);
    checkPixel(view.toPixel(SlicePoint{2, 3}), 35, 80);
}

TEST(reversed_axes_run_the_other_way) {
    checkPixel(viewport(2, {-1, 0, 0}).toPixel(imaging::Vec3{0, 0, 5}), 485, 20);
    // Coronal: k upwards, 40 pixels a voxel.
    checkPixel(viewport(1).toPixel(imaging::Vec3{0, 7, 0}), 15, 470);
    checkPixel(viewport(1).toPixel(SlicePoint{0, 11}), 15, 30);
}

TEST(pixels_and_voxels_are_inverse) {
    for (int axis = 0; axis < 3; ++axis) {
        auto view = viewport(axis, {-1, 0, 0});
        view.zoom(2.5, {100, 300});
        view.pan(13, -7);
        const auto voxel = view.toVoxel({123, 321}, 4);
        CHECK_EQ(voxel[axis], 4);
        checkPixel(view.toPixel(voxel), 123, 321);
        const auto m = view.pixelToImage();
        const int x = axis == 0 ? 1 : 0, y = axis == 2 ? 1 : 2;
        CHECK_NEAR(m[0] * 123 + m[1] * 321 + m[2], voxel[x] + 0.5, 1e-9);
        CHECK_NEAR(m[3] * 123 + m[4] * 321 + m[5], voxel[y] + 0.5, 1e-9);
    }
}

TEST(zoom_keeps_what_is_under_the_anchor) {
    auto view = viewport(2);
    const auto before = view.toVoxel({200, 150}, 0);
    view.zoom(3, {200, 150});
    CHECK_NEAR(view.pixelsPerMm(), 30, 1e-9);
    const auto after = view.toVoxel({200, 150}, 0);
    CHECK_NEAR(after[0], before[0], 1e-9);
    CHECK_NEAR(after[1], before[1], 1e-9);
    view.zoom(1e9, {200, 150});
    CHECK_NEAR(view.pixelsPerMm(), 200, 1e-9);  // the largest voxel side is 200 pixels at 1 mm
    view.zoom(1e-9, {200, 150});
    CHECK_NEAR(view.pixelsPerMm(), 10 / 8., 1e-9);
}

TEST(pan_moves_by_pixels_and_keeps_the_slice_in_view) {
    auto view = viewport(2);
    view.pan(30, -20);
    checkPixel(view.toPixel(imaging::Vec3{0, 0, 5}), 45, 0);
    view.pan(1e6, 1e6);
    checkPixel(view.toPixel(imaging::Vec3{-0.5, -0.5, 5}), 250, 250);  // its corner is in the middle
    view.fit();
    checkPixel(view.toPixel(imaging::Vec3{0, 0, 5}), 15, 20);
}

TEST(resizing_keeps_a_fitted_view_fitted_and_a_zoomed_one_at_its_scale) {
    auto view = viewport(2);
    view.resize(1000, 1000);
    CHECK_NEAR(view.pixelsPerMm(), 20, 1e-12);
    view.zoom(2, {500, 500});
    view.resize(500, 500);
    CHECK_NEAR(view.pixelsPerMm(), 40, 1e-12);
}

TEST(a_slice_reaches_to_the_outer_faces_of_its_voxels) {
    const auto view = viewport(2);
    CHECK(view.contains({-0.5, -0.5, 0}));
    CHECK(!view.contains({-0.51, 0, 0}));
    CHECK(view.contains({47.49, 23.49, 0}));
    CHECK(!view.contains({47.5, 0, 0}));
}
