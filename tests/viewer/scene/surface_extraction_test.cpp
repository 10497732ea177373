#include "viewer/scene/surface_extraction.h"

#include <vtkCell.h>
#include <vtkPolyData.h>

#include <cmath>
#include <numbers>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::viewer;

namespace {

/// Label `id` in a ball around the middle of the grid, radius in mm.
DenseLabels ball(const imaging::Geometry& geometry, double radius, std::uint16_t id) {
    auto ids = std::make_shared<std::vector<std::uint16_t>>();
    imaging::Vec3 d;
    const auto& size = geometry.size;
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i) {
                const int index[3] = {i, j, k};
                for (int a = 0; a < 3; ++a)
                    d[a] = (index[a] - (static_cast<double>(size[a]) - 1) / 2) * geometry.spacing[a];
                ids->push_back(std::hypot(d[0], d[1], d[2]) <= radius ? id : 0);
            }
    return DenseLabels({static_cast<int>(size[0]), static_cast<int>(size[1]), static_cast<int>(size[2])}, ids);
}

imaging::Geometry grid(std::int64_t i, std::int64_t j, std::int64_t k, const imaging::Vec3& spacing) {
    imaging::Geometry geometry;
    geometry.size = {i, j, k};
    geometry.spacing = spacing;
    return geometry;
}

Surfaces extract(const LabelSource& source, const imaging::Geometry& geometry, const std::set<std::uint16_t>& ids) {
    const auto surfaces = extractSurfaces(source, geometry, ids, [] { return false; });
    CHECK(surfaces.has_value());
    return *surfaces;
}

/// Enclosed volume by the divergence theorem; positive where triangles run counter-clockwise seen from outside.
double enclosed(vtkPolyData& surface) {
    double volume = 0;
    for (vtkIdType n = 0; n < surface.GetNumberOfCells(); ++n) {
        const auto* points = surface.GetCell(n)->GetPoints();
        double p[3][3];
        for (int corner = 0; corner < 3; ++corner) const_cast<vtkPoints*>(points)->GetPoint(corner, p[corner]);
        volume +=
            (p[0][0] * (p[1][1] * p[2][2] - p[1][2] * p[2][1]) + p[0][1] * (p[1][2] * p[2][0] - p[1][0] * p[2][2]) +
             p[0][2] * (p[1][0] * p[2][1] - p[1][1] * p[2][0])) /
            6;
    }
    return volume;
}

double ballVolume(double radius) {
    return 4. / 3 * std::numbers::pi * std::pow(radius, 3);
}

}  // namespace

TEST(a_ball_keeps_its_size_and_place) {
    const auto geometry = grid(40, 44, 24, {1, 1, 2});
    const auto surfaces = extract(ball(geometry, 15, 7), geometry, {7});
    vtkPolyData& surface = *surfaces.at(7);
    CHECK_NEAR(enclosed(surface) / ballVolume(15), 1, 0.03);
    double bounds[6];
    surface.GetBounds(bounds);
    CHECK_NEAR((bounds[0] + bounds[1]) / 2, 19.5, 0.2);
    CHECK_NEAR((bounds[2] + bounds[3]) / 2, 21.5, 0.2);
    CHECK_NEAR((bounds[4] + bounds[5]) / 2, 23, 0.4);
    CHECK_NEAR(bounds[1] - bounds[0], 30, 1);
}

TEST(large_labels_are_averaged_down) {
    const auto geometry = grid(170, 170, 170, {1, 1, 1});  // 4.2 million voxels in its box
    const auto surfaces = extract(ball(geometry, 80, 1), geometry, {1});
    CHECK_NEAR(enclosed(*surfaces.at(1)) / ballVolume(80), 1, 0.02);
    double bounds[6];
    surfaces.at(1)->GetBounds(bounds);
    CHECK_NEAR((bounds[0] + bounds[1]) / 2, 84.5, 0.3);
    CHECK_NEAR(bounds[5] - bounds[4], 160, 1.5);
}

TEST(mirrored_grids_have_their_triangles_turned) {
    auto geometry = grid(20, 20, 20, {1, 1, 1});
    CHECK(enclosed(*extract(ball(geometry, 8, 1), geometry, {1}).at(1)) > 0);
    geometry.direction[0] = {-1, 0, 0};
    CHECK(enclosed(*extract(ball(geometry, 8, 1), geometry, {1}).at(1)) < 0);  // in the grid; outwards in the world
}

TEST(labels_that_touch_the_edge_are_closed) {
    const auto geometry = grid(12, 12, 12, {1, 1, 1});
    const auto surfaces = extract(ball(geometry, 100, 3), geometry, {3, 9});
    CHECK_NEAR(enclosed(*surfaces.at(3)), 12 * 12 * 12, 150);  // smoothing rounds the corners
    CHECK_EQ(surfaces.at(9)->GetNumberOfCells(), 0);
}

TEST(stopping_gives_nothing) {
    const auto geometry = grid(20, 20, 20, {1, 1, 1});
    int asked = 0;
    CHECK(!extractSurfaces(ball(geometry, 8, 1), geometry, {1}, [&] { return ++asked == 5; }));
    CHECK_EQ(asked, 5);
}
