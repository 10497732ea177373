#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace protolabel::imaging {

using Vec3 = std::array<double, 3>;

/// Where the voxels of a volume are. Index axes i, j, k (i fastest); world frame is LPS in mm (ITK's).
///   point = origin + sum over axes a of index[a] * spacing[a] * direction[a]
struct Geometry {
    std::array<std::int64_t, 3> size{0, 0, 0};
    Vec3 spacing{1, 1, 1};
    Vec3 origin{0, 0, 0};
    /// direction[a] = unit vector of index axis a in LPS. Need not be orthogonal: sheared grids are kept as they are.
    std::array<Vec3, 3> direction{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};

    bool operator==(const Geometry&) const = default;
    std::int64_t voxelCount() const { return size[0] * size[1] * size[2]; }
};

Vec3 toWorld(const Geometry& geometry, const Vec3& index);  ///< LPS mm of a (fractional) index
Vec3 toIndex(const Geometry& geometry, const Vec3& point);  ///< inverse of toWorld; the grid must not be degenerate

/// How far the same index lies apart in `a` and `b` at most, over the extent of `a` and in voxels of `a`.
/// Sizes are not compared.
double largestOffset(const Geometry& a, const Geometry& b);

/// The axis (0, 1, 2) along which the volume is cut into slices: the one of largest spacing; among axes that
/// agree with the largest spacing within 1 %, the one closest to the patient's head-foot direction.
int sliceAxis(const Geometry& geometry);

/// Direction of growing index along each axis, e.g. "LPS": one letter of each pair L/R, A/P, S/I, assigned so that the
/// components along the chosen directions are largest.
std::string orientationLetters(const Geometry& geometry);

/// Empty when `a` and `b` are the same grid (size equal, spacing/origin/direction within 1e-3 of a voxel over the whole
/// extent); otherwise the first property that differs, in words with both values: "spacing 1.25 x ... and 1 x ...".
std::string describeDifference(const Geometry& a, const Geometry& b);

/// Width, height and number of the slices cut along `axis` (see labels::Image2D for the order of in-plane axes),
/// and their spacings in mm.
struct SliceLayout {
    int axis = 2;
    int xAxis = 0, yAxis = 1;
    int width = 0, height = 0, slices = 0;
    double xSpacing = 1, ySpacing = 1, sliceSpacing = 1;
};
SliceLayout sliceLayout(const Geometry& geometry, int axis);

}  // namespace protolabel::imaging
