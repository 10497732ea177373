// Where voxels are on the screen and how bright.

#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

/// Only this voxel is bright.
std::shared_ptr<imaging::Volume> oneVoxel(const imaging::Geometry& geometry, int i, int j, int k) {
    return makeVolume(geometry, [=](int x, int y, int z) { return x == i && y == j && z == k ? 1000 : 0; });
}

/// The middle of everything brighter than half, and how many pixels that is.
struct Bright {
    double x = 0, y = 0;
    int pixels = 0;
};
Bright findBright(const QImage& image) {
    Bright found;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qRed(image.pixel(x, y)) > 127) {
                found.x += x;
                found.y += y;
                ++found.pixels;
            }
    found.x /= found.pixels;
    found.y /= found.pixels;
    return found;
}

void checkPlace(const imaging::Geometry& geometry, int axis, double x, double y, double columns = 10,
                double rows = 10) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setInterpolation(Interpolation::Nearest);
    window.view.setVolume(oneVoxel(geometry, 5, 12, 3), axis);
    window.view.setWindow({0, 1000});
    window.view.setSlice(axis == 0 ? 5 : axis == 1 ? 12 : 3);
    const auto bright = findBright(window.grab());
    CHECK_NEAR(bright.x, x, 0.01);
    CHECK_NEAR(bright.y, y, 0.01);
    CHECK_EQ(bright.pixels, columns * rows);
    window.view.setSlice(20);
    CHECK_EQ(findBright(window.grab()).pixels, 0);
}

}  // namespace

// A voxel of 10 pixels whose left edge is at pixel p has its middle at p + 4.5.
TEST(lps_voxels_are_in_their_place) {
    checkPlace(cube(), 2, 10 + 50 + 4.5, 10 + 120 + 4.5);   // i right, j down
    checkPlace(cube(), 1, 10 + 50 + 4.5, 490 - 40 + 4.5);   // i right, k up
    checkPlace(cube(), 0, 10 + 120 + 4.5, 490 - 40 + 4.5);  // j right, k up
}

TEST(left_of_the_patient_stays_at_the_right) {
    auto geometry = cube();
    geometry.direction[0] = {-1, 0, 0};  // i grows towards the patient's right
    checkPlace(geometry, 2, 490 - 60 + 4.5, 10 + 120 + 4.5);
    checkPlace(geometry, 1, 490 - 60 + 4.5, 490 - 40 + 4.5);
    geometry.direction[1] = {0, -1, 0};
    geometry.direction[2] = {0, 0, -1};
    checkPlace(geometry, 2, 490 - 60 + 4.5, 490 - 130 + 4.5);
    checkPlace(geometry, 0, 490 - 130 + 4.5, 10 + 30 + 4.5);
}

TEST(planes_of_other_axis_orders_are_turned) {
    auto geometry = cube();  // i towards P, j towards I, k towards L
    geometry.direction = {imaging::Vec3{0, 1, 0}, imaging::Vec3{0, 0, -1}, imaging::Vec3{1, 0, 0}};
    checkPlace(geometry, 2, 10 + 50 + 4.5, 10 + 120 + 4.5);  // sagittal: P right, I down
    checkPlace(geometry, 1, 10 + 30 + 4.5, 10 + 50 + 4.5);   // axial: L (k) right, P (i) down
}

TEST(oblique_grids_are_shown_as_they_are) {
    auto geometry = cube();
    const double c = std::cos(0.4), s = std::sin(0.4);
    geometry.direction = {imaging::Vec3{c, s, 0}, imaging::Vec3{-s, c, 0}, imaging::Vec3{0, 0, 1}};
    checkPlace(geometry, 2, 10 + 50 + 4.5, 10 + 120 + 4.5);
}

TEST(spacing_is_true) {
    auto geometry = cube();
    geometry.size = {48, 24, 12};
    geometry.spacing = {1, 2, 4};
    checkPlace(geometry, 2, 10 + 50 + 4.5, 10 + 240 + 9.5, 10, 20);
    geometry.size = {24, 24, 12};  // 24 mm wide, 48 mm high: the left edge is at 130
    checkPlace(geometry, 1, 130 + 50 + 4.5, 490 - 160 + 19.5, 10, 40);
}

TEST(zoom_and_pan_move_the_picture) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setInterpolation(Interpolation::Nearest);
    window.view.setVolume(oneVoxel(cube(), 5, 12, 3), 2);
    window.view.setSlice(3);
    window.view.setWindow({0, 1000});
    auto viewport = window.view.viewport();
    viewport.zoom(2, {60, 130});  // the voxel's corner stays
    window.view.setViewport(viewport);
    auto bright = findBright(window.grab());
    CHECK_EQ(bright.pixels, 400);
    CHECK_NEAR(bright.x, 60 + 9.5, 0.01);
    CHECK_NEAR(bright.y, 130 + 9.5, 0.01);
    viewport.pan(100, -30);
    window.view.setViewport(viewport);
    bright = findBright(window.grab());
    CHECK_NEAR(bright.x, 160 + 9.5, 0.01);
    CHECK_NEAR(bright.y, 100 + 9.5, 0.01);
}

TEST(window_maps_values_to_grey) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 60; }), 2);
    window.view.setWindow({0, 100});
    checkColor(window.grab(), 250, 250, 153, 153, 153);
    window.view.setWindow({50, 70});
    checkColor(window.grab(), 250, 250, 128, 128, 128);
    window.view.setWindow({60.5, 70});
    checkColor(window.grab(), 250, 250, 0, 0, 0);
    window.view.setWindow({0, 59});
    checkColor(window.grab(), 250, 250, 255, 255, 255);
    checkColor(window.grab(), 5, 250, 0, 0, 0);  // beside the slice
}

TEST(nearest_shows_voxels_and_linear_blends_them) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setVolume(makeVolume(cube(), [](int i, int, int) { return i < 24 ? 0 : 200; }), 2);
    window.view.setWindow({0, 200});
    window.view.setInterpolation(Interpolation::Nearest);
    checkColor(window.grab(), 249, 250, 0, 0, 0);
    checkColor(window.grab(), 250, 250, 255, 255, 255);
    window.view.setInterpolation(Interpolation::Linear);
    // The middle of pixel 250 is at index 23.55: 55 % of the way from 0 to 200.
    checkColor(window.grab(), 250, 250, 140, 140, 140);
    checkColor(window.grab(), 247, 250, 64, 64, 64);  // 23.25
    checkColor(window.grab(), 240, 250, 0, 0, 0);
}

TEST(all_stored_types_are_shown) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    auto volume = std::make_shared<imaging::Volume>();
    volume->geometry = cube();
    volume->type = imaging::ScalarType::Float64;
    volume->voxels.resize(static_cast<std::size_t>(volume->geometry.voxelCount()) * 8);
    volume->intercept = 25;  // of zeros
    window.view.setVolume(volume, 2);
    window.view.setWindow({0, 100});
    checkColor(window.grab(), 250, 250, 64, 64, 64);
}

TEST(without_a_volume_the_view_is_black) {
    SliceWindow window(500, 500);
    CHECK_EQ(findBright(window.grab()).pixels, 0);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 1; }), 2);
    CHECK(findBright(window.grab()).pixels > 0);
    window.view.setVolume(nullptr, 2);
    CHECK_EQ(findBright(window.grab()).pixels, 0);
}

TEST(slices_too_large_for_graphics_cards_are_refused) {
    SliceWindow window(500, 500);
    auto volume = std::make_shared<imaging::Volume>();
    volume->geometry.size = {20000, 1, 2};
    CHECK_ERROR("view.size", window.view.setVolume(volume, 2));
    window.view.setVolume(volume, 0);  // 1 x 2
}
