#include "viewer/base/view_plane.h"

#include <algorithm>
#include <cmath>

namespace protolabel::viewer {

namespace {

constexpr double kNegligible = 0.2588;  // sin 15 degrees

/// World axis (0 left-right, 1 anterior-posterior, 2 head-foot) that each index axis stands for, each used once.
std::array<int, 3> worldAxes(const imaging::Geometry& geometry) {
    const std::string letters = imaging::orientationLetters(geometry);
    std::array<int, 3> axes{};
    for (int a = 0; a < 3; ++a) {
        const auto pair = std::string("LPSRAI").find(letters[static_cast<std::size_t>(a)]);
        axes[a] = static_cast<int>(pair % 3);
    }
    return axes;
}

}  // namespace

std::string directionLetters(const imaging::Vec3& direction) {
    const double length = std::hypot(direction[0], direction[1], direction[2]);
    std::array<int, 3> order{0, 1, 2};
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return std::abs(direction[a]) > std::abs(direction[b]) + 1e-9 * length; });
    std::string letters;
    for (const int c : order)
        if (std::abs(direction[c]) > kNegligible * length) letters += (direction[c] > 0 ? "LPS" : "RAI")[c];
    return letters;
}

ViewPlane viewPlane(const imaging::Geometry& geometry, int axis) {
    const auto world = worldAxes(geometry);
    ViewPlane plane;
    plane.axis = axis;
    plane.orientation = world[axis] == 2   ? Orientation::Axial
                        : world[axis] == 1 ? Orientation::Coronal
                                           : Orientation::Sagittal;
    const int horizontal = plane.orientation == Orientation::Sagittal ? 1 : 0;
    for (int a = 0; a < 3; ++a)
        if (a != axis) (world[a] == horizontal ? plane.rightAxis : plane.downAxis) = a;

    // Right is towards L or P; down is towards P (axial) or I.
    const double rightSign = geometry.direction[plane.rightAxis][world[plane.rightAxis]];
    const double downSign = geometry.direction[plane.downAxis][world[plane.downAxis]];
    plane.rightReversed = rightSign < 0;
    plane.downReversed = plane.orientation == Orientation::Axial ? downSign < 0 : downSign > 0;

    plane.columns = static_cast<int>(geometry.size[plane.rightAxis]);
    plane.rows = static_cast<int>(geometry.size[plane.downAxis]);
    plane.slices = static_cast<int>(geometry.size[axis]);
    plane.rightSpacing = geometry.spacing[plane.rightAxis];
    plane.downSpacing = geometry.spacing[plane.downAxis];

    const auto towards = [&](int a, bool reversed) {
        imaging::Vec3 direction = geometry.direction[a];
        if (reversed)
            for (double& c : direction) c = -c;
        return directionLetters(direction);
    };
    plane.right = towards(plane.rightAxis, plane.rightReversed);
    plane.left = towards(plane.rightAxis, !plane.rightReversed);
    plane.bottom = towards(plane.downAxis, plane.downReversed);
    plane.top = towards(plane.downAxis, !plane.downReversed);
    return plane;
}

}  // namespace protolabel::viewer
