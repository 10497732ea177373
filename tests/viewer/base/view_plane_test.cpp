#include "viewer/base/view_plane.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::viewer;

namespace {

/// 10 x 20 x 30 voxels of 1 x 2 x 3 mm with these unit vectors (LPS) along i, j, k.
imaging::Geometry grid(const imaging::Vec3& i, const imaging::Vec3& j, const imaging::Vec3& k) {
    imaging::Geometry geometry;
    geometry.size = {10, 20, 30};
    geometry.spacing = {1, 2, 3};
    geometry.direction = {i, j, k};
    return geometry;
}

std::string sides(const ViewPlane& plane) {
    return plane.left + " " + plane.right + " " + plane.top + " " + plane.bottom;
}

}  // namespace

TEST(directions_have_letters) {
    CHECK_EQ(directionLetters({1, 0, 0}), "L");
    CHECK_EQ(directionLetters({-2, 0, 0}), "R");
    CHECK_EQ(directionLetters({0, -1, 0}), "A");
    CHECK_EQ(directionLetters({0, 0, -1}), "I");
    CHECK_EQ(directionLetters({0.6, 0, 0.8}), "SL");
    CHECK_EQ(directionLetters({-0.7, 0.5, -0.51}), "RIP");
    CHECK_EQ(directionLetters({1, 0.2, 0}), "L");  // 11 degrees off
    CHECK_EQ(directionLetters({0, 0, 0}), "");
}

TEST(lps_planes_are_radiological) {
    const auto geometry = grid({1, 0, 0}, {0, 1, 0}, {0, 0, 1});
    const auto axial = viewPlane(geometry, 2);
    CHECK(axial.orientation == Orientation::Axial);
    CHECK_EQ(sides(axial), "R L A P");
    CHECK_EQ(axial.rightAxis, 0);
    CHECK_EQ(axial.downAxis, 1);
    CHECK(!axial.rightReversed && !axial.downReversed);
    CHECK_EQ(axial.columns, 10);
    CHECK_EQ(axial.rows, 20);
    CHECK_EQ(axial.slices, 30);
    CHECK_EQ(axial.heightMm(), 40);

    const auto coronal = viewPlane(geometry, 1);
    CHECK(coronal.orientation == Orientation::Coronal);
    CHECK_EQ(sides(coronal), "R L S I");
    CHECK(!coronal.rightReversed && coronal.downReversed);

    const auto sagittal = viewPlane(geometry, 0);
    CHECK(sagittal.orientation == Orientation::Sagittal);
    CHECK_EQ(sides(sagittal), "A P S I");
    CHECK_EQ(sagittal.rightAxis, 1);
    CHECK(!sagittal.rightReversed && sagittal.downReversed);
}

TEST(flipped_axes_are_turned_back) {
    // RAS files: i towards R, j towards A.
    const auto geometry = grid({-1, 0, 0}, {0, -1, 0}, {0, 0, -1});
    for (int axis = 0; axis < 3; ++axis) {
        const auto same = viewPlane(grid({1, 0, 0}, {0, 1, 0}, {0, 0, 1}), axis);
        const auto flipped = viewPlane(geometry, axis);
        CHECK_EQ(sides(flipped), sides(same));
        CHECK_EQ(flipped.rightReversed, !same.rightReversed);
        CHECK_EQ(flipped.downReversed, !same.downReversed);
    }
}

TEST(axes_in_another_order_are_found) {
    // A sagittal acquisition: i towards P, j towards I, k towards L.
    const auto geometry = grid({0, 1, 0}, {0, 0, -1}, {1, 0, 0});
    const auto sagittal = viewPlane(geometry, 2);
    CHECK(sagittal.orientation == Orientation::Sagittal);
    CHECK_EQ(sides(sagittal), "A P S I");
    CHECK_EQ(sagittal.rightAxis, 0);
    CHECK(!sagittal.rightReversed && !sagittal.downReversed);
    const auto axial = viewPlane(geometry, 1);
    CHECK(axial.orientation == Orientation::Axial);
    CHECK_EQ(axial.rightAxis, 2);
    CHECK_EQ(axial.downAxis, 0);
    CHECK_EQ(sides(axial), "R L A P");
}

TEST(oblique_sides_have_several_letters) {
    const double c = std::cos(0.5), s = std::sin(0.5);  // 29 degrees about the head-foot axis
    const auto plane = viewPlane(grid({c, s, 0}, {-s, c, 0}, {0, 0, 1}), 2);
    CHECK(plane.orientation == Orientation::Axial);
    CHECK_EQ(sides(plane), "RA LP AL PR");
}
