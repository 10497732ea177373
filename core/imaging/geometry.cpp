#include "core/imaging/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace protolabel::imaging {

namespace {

double determinant(const std::array<Vec3, 3>& columns) {
    const auto& [a, b, c] = columns;
    return a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1]) + c[0] * (a[1] * b[2] - a[2] * b[1]);
}

/// "1.25 x 1.25 x 7.7"; seven digits are what a NIfTI header's floats hold.
template <class T>
std::string join(const std::array<T, 3>& values) {
    std::string text;
    for (const auto value : values) {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.7g", static_cast<double>(value));
        text += (text.empty() ? "" : " x ") + std::string(buffer);
    }
    return text;
}

std::string join(const std::array<Vec3, 3>& axes) {
    return "(" + join(axes[0]) + "), (" + join(axes[1]) + "), (" + join(axes[2]) + ")";
}

constexpr double kVoxelTolerance = 1e-3;

}  // namespace

Vec3 toWorld(const Geometry& geometry, const Vec3& index) {
    Vec3 point = geometry.origin;
    for (int axis = 0; axis < 3; ++axis)
        for (int c = 0; c < 3; ++c) point[c] += index[axis] * geometry.spacing[axis] * geometry.direction[axis][c];
    return point;
}

Vec3 toIndex(const Geometry& geometry, const Vec3& point) {
    Vec3 offset;
    for (int c = 0; c < 3; ++c) offset[c] = point[c] - geometry.origin[c];
    const double whole = determinant(geometry.direction);
    Vec3 index;
    for (int axis = 0; axis < 3; ++axis) {  // Cramer's rule
        auto columns = geometry.direction;
        columns[axis] = offset;
        index[axis] = determinant(columns) / whole / geometry.spacing[axis];
    }
    return index;
}

double largestOffset(const Geometry& a, const Geometry& b) {
    double largest = 0;
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 index;
        for (int axis = 0; axis < 3; ++axis)
            index[axis] = (corner >> axis & 1) != 0 ? static_cast<double>(a.size[axis] - 1) : 0.0;
        const Vec3 found = toIndex(a, toWorld(b, index));
        for (int axis = 0; axis < 3; ++axis) largest = std::max(largest, std::abs(found[axis] - index[axis]));
    }
    return largest;
}

int sliceAxis(const Geometry& geometry) {
    const double largest = *std::max_element(geometry.spacing.begin(), geometry.spacing.end());
    int best = -1;
    for (int axis = 2; axis >= 0; --axis) {
        if (geometry.spacing[axis] < 0.99 * largest) continue;
        const auto headFoot = [&](int a) { return std::abs(geometry.direction[a][2]); };
        if (best < 0 || headFoot(axis) > headFoot(best) + 1e-6) best = axis;
    }
    return best;
}

std::string orientationLetters(const Geometry& geometry) {
    std::array<int, 3> order{0, 1, 2};
    std::array<int, 3> best = order;
    double bestSum = -1;
    do {
        double sum = 0;
        for (int axis = 0; axis < 3; ++axis) sum += std::abs(geometry.direction[axis][order[axis]]);
        if (sum > bestSum + 1e-9) {
            bestSum = sum;
            best = order;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    std::string letters;
    for (int axis = 0; axis < 3; ++axis)
        letters += (geometry.direction[axis][best[axis]] >= 0 ? "LPS" : "RAI")[best[axis]];
    return letters;
}

std::string describeDifference(const Geometry& a, const Geometry& b) {
    if (a.size != b.size) return "size " + join(a.size) + " and " + join(b.size) + " voxels";
    if (largestOffset(a, b) <= kVoxelTolerance) return "";
    for (int axis = 0; axis < 3; ++axis) {
        const double drift = std::abs(a.spacing[axis] - b.spacing[axis]) * static_cast<double>(a.size[axis]);
        if (drift > kVoxelTolerance * a.spacing[axis])
            return "spacing " + join(a.spacing) + " and " + join(b.spacing) + " mm";
    }
    for (int axis = 0; axis < 3; ++axis) {
        for (int c = 0; c < 3; ++c) {
            const double turn = std::abs(a.direction[axis][c] - b.direction[axis][c]);
            if (turn * static_cast<double>(a.size[axis]) > kVoxelTolerance)
                return "direction " + join(a.direction) + " and " + join(b.direction);
        }
    }
    return "origin " + join(a.origin) + " and " + join(b.origin) + " mm (LPS)";
}

SliceLayout sliceLayout(const Geometry& geometry, int axis) {
    SliceLayout layout;
    layout.axis = axis;
    layout.xAxis = axis == 0 ? 1 : 0;
    layout.yAxis = axis == 2 ? 1 : 2;
    layout.width = static_cast<int>(geometry.size[layout.xAxis]);
    layout.height = static_cast<int>(geometry.size[layout.yAxis]);
    layout.slices = static_cast<int>(geometry.size[axis]);
    layout.xSpacing = geometry.spacing[layout.xAxis];
    layout.ySpacing = geometry.spacing[layout.yAxis];
    layout.sliceSpacing = geometry.spacing[axis];
    return layout;
}

}  // namespace protolabel::imaging
