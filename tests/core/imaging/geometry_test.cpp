#include "core/imaging/geometry.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;

namespace {

Geometry grid(Vec3 spacing) {
    Geometry g;
    g.size = {10, 20, 30};
    g.spacing = spacing;
    return g;
}

}  // namespace

TEST(slices_are_cut_along_the_largest_spacing) {
    CHECK_EQ(sliceAxis(grid({1.25, 1.25, 7.7})), 2);
    CHECK_EQ(sliceAxis(grid({5, 1, 1})), 0);
    CHECK_EQ(sliceAxis(grid({1, 5, 1})), 1);
}

TEST(isotropic_volumes_are_cut_from_head_to_foot) {
    CHECK_EQ(sliceAxis(grid({1, 1, 1})), 2);
    auto sagittal = grid({1, 1.004, 0.996});
    sagittal.direction = {Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{1, 0, 0}};
    CHECK_EQ(sliceAxis(sagittal), 1);
    auto coronal = grid({3, 3, 1});  // the two largest agree; of them only the first goes head to foot
    coronal.direction = {Vec3{0, 0, 1}, Vec3{1, 0, 0}, Vec3{0, 1, 0}};
    CHECK_EQ(sliceAxis(coronal), 0);
}

TEST(letters_name_the_direction_of_growing_index) {
    Geometry g;
    CHECK_EQ(orientationLetters(g), "LPS");
    g.direction = {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, -1}};
    CHECK_EQ(orientationLetters(g), "RAI");
    g.direction = {Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{1, 0, 0}};
    CHECK_EQ(orientationLetters(g), "PIL");
    g.direction = {Vec3{0.8, 0.6, 0}, Vec3{-0.6, 0.8, 0}, Vec3{0, 0, 1}};  // oblique
    CHECK_EQ(orientationLetters(g), "LPS");
    // Both in-plane axes have their largest component along x; still every letter pair is used once.
    g.direction = {Vec3{0.71, 0.7, 0}, Vec3{-0.71, 0.7, 0}, Vec3{0, 0, 1}};
    CHECK_EQ(orientationLetters(g).find_first_of("LR") != std::string::npos, true);
    CHECK_EQ(orientationLetters(g).find_first_of("AP") != std::string::npos, true);
}

TEST(world_and_index_are_inverse_on_a_sheared_grid) {
    Geometry g = grid({2, 3, 4});
    g.origin = {10, -20, 30};
    g.direction = {Vec3{1, 0, 0}, Vec3{0, 0.8, 0.6}, Vec3{0.6, 0, 0.8}};
    const Vec3 point = toWorld(g, {1, 2, 3});
    CHECK_NEAR(point[0], 10 + 2 + 3 * 4 * 0.6, 1e-12);
    CHECK_NEAR(point[1], -20 + 2 * 3 * 0.8, 1e-12);
    CHECK_NEAR(point[2], 30 + 2 * 3 * 0.6 + 3 * 4 * 0.8, 1e-12);
    const Vec3 index = toIndex(g, point);
    for (int axis = 0; axis < 3; ++axis) CHECK_NEAR(index[axis], axis + 1.0, 1e-12);
}

TEST(equal_grids_differ_in_nothing) {
    const Geometry a = grid({1.25, 1.25, 7.7});
    Geometry b = a;
    b.spacing[2] = 7.699999809265137;  // 7.7 as a float
    b.origin[0] += 1e-4;
    CHECK_EQ(describeDifference(a, b), "");
}

TEST(the_first_difference_is_named_with_both_values) {
    const Geometry a = grid({1.25, 1.25, 7.7});
    auto b = a;
    b.size[2] = 31;
    CHECK_EQ(describeDifference(a, b), "size 10 x 20 x 30 and 10 x 20 x 31 voxels");
    b = a;
    b.spacing[0] = 1;
    CHECK_EQ(describeDifference(a, b), "spacing 1.25 x 1.25 x 7.7 and 1 x 1.25 x 7.7 mm");
    b = a;
    b.origin[1] = 0.5;
    CHECK_EQ(describeDifference(a, b), "origin 0 x 0 x 0 and 0 x 0.5 x 0 mm (LPS)");
    b = a;
    b.direction[0] = {-1, 0, 0};
    CHECK(describeDifference(a, b).starts_with("direction (1 x 0 x 0)"));
    b = a;
    b.spacing[1] = 1.25 * (1 + 1e-4);  // drifts by 2e-3 of a voxel over 20 voxels
    CHECK(describeDifference(a, b).starts_with("spacing"));
}

TEST(slice_layouts_take_in_plane_axes_in_increasing_order) {
    const Geometry g = grid({1, 2, 3});
    const auto k = sliceLayout(g, 2), j = sliceLayout(g, 1), i = sliceLayout(g, 0);
    CHECK(k.xAxis == 0 && k.yAxis == 1 && k.width == 10 && k.height == 20 && k.slices == 30);
    CHECK(j.xAxis == 0 && j.yAxis == 2 && j.width == 10 && j.height == 30 && j.slices == 20);
    CHECK(i.xAxis == 1 && i.yAxis == 2 && i.width == 20 && i.height == 30 && i.slices == 10);
    CHECK(j.xSpacing == 1 && j.ySpacing == 3 && j.sliceSpacing == 2);
}
