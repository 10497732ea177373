#include "core/labels/brush.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/labels/components.h"

namespace protolabel::labels {

namespace {

constexpr double kRounding = 1e-9;  ///< a centre on the tip's border is inside, whatever the rounding of the division

struct Interval {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double from, double to) {
        low = std::min(low, from);
        high = std::max(high, to);
    }
};

double dot(const Point3& a, const Point3& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// A tip on its way from a to b in units of its half sizes, where it is the unit ball or cube. The swept body is convex, so it meets
/// every row in one interval.
class SweptTip {
public:
    SweptTip(BrushShape shape, const Point3& a, const Point3& b) : shape_(shape), a_(a), b_(b) {
        for (int n = 0; n < 3; ++n) way_[n] = b[n] - a[n];
    }

    /// Along the row (y, z); empty when low > high.
    Interval row(double y, double z) const { return shape_ == BrushShape::Round ? capsule(y, z) : cube(y, z); }

private:
    Interval capsule(double y, double z) const {
        Interval result;
        for (const auto* end : {&a_, &b_}) {
            const double dy = y - (*end)[1], dz = z - (*end)[2];
            const double rest = 1 + kRounding - dy * dy - dz * dz;
            if (rest >= 0) result.add((*end)[0] - std::sqrt(rest), (*end)[0] + std::sqrt(rest));
        }
        cylinder(y, z, result);
        return result;
    }

    /// Points of the row that are nearest to an inner point of the way: w = p - a with 0 <= w.d <= d.d and |w|^2 - (w.d)^2 / d.d <= 1.
    void cylinder(double y, double z, Interval& result) const {
        const double squared = dot(way_, way_);
        if (squared == 0) return;
        const Point3 w{-a_[0], y - a_[1], z - a_[2]};  // at x = 0; grows with x along the first axis
        const double along = dot(w, way_), slope = way_[0];
        double from = -std::numeric_limits<double>::infinity(), to = -from;
        if (slope != 0) {
            from = std::min(-along / slope, (squared - along) / slope);
            to = std::max(-along / slope, (squared - along) / slope);
        } else if (along < 0 || along > squared) {
            return;
        }
        const double a = 1 - slope * slope / squared;
        const double b = w[0] - along * slope / squared;
        const double c = dot(w, w) - along * along / squared - 1 - kRounding;
        if (a > kRounding) {
            const double root = b * b - a * c;
            if (root < 0) return;
            from = std::max(from, (-b - std::sqrt(root)) / a);
            to = std::min(to, (-b + std::sqrt(root)) / a);
        } else if (c > 0) {
            return;  // the way runs along the row, farther than the tip reaches
        }
        if (from <= to) result.add(from, to);
    }

    Interval cube(double y, double z) const {
        double from = 0, to = 1;  // the part of the way on which the cube meets the row
        for (const auto& [at, n] : {std::pair(y, 1), std::pair(z, 2)}) {
            const double reach = 1 + kRounding;
            if (way_[n] == 0) {
                if (std::abs(at - a_[n]) > reach) return {};
                continue;
            }
            const double first = (at - a_[n] - reach) / way_[n], second = (at - a_[n] + reach) / way_[n];
            from = std::max(from, std::min(first, second));
            to = std::min(to, std::max(first, second));
        }
        Interval result;
        if (from > to) return result;
        for (const double t : {from, to}) result.add(a_[0] + t * way_[0] - 1, a_[0] + t * way_[0] + 1);
        return result;
    }

    BrushShape shape_;
    Point3 a_, b_, way_{};
};

int nearest(double x) {
    return static_cast<int>(std::floor(x + 0.5));
}

/// Cuts the way to the part that comes within `reach` of the box: what is farther covers nothing there. False when nothing is left.
bool cutWay(Point3& from, Point3& to, const Box& box, const Point3& reach) {
    double first = 0, last = 1;
    for (int n = 0; n < 3; ++n) {
        if (!std::isfinite(to[n] - from[n])) return false;
        const double way = to[n] - from[n], low = box.lower[n] - reach[n], high = box.upper[n] - 1 + reach[n];
        if (way == 0) {
            if (from[n] < low || from[n] > high) return false;
            continue;
        }
        first = std::max(first, std::min((low - from[n]) / way, (high - from[n]) / way));
        last = std::min(last, std::max((low - from[n]) / way, (high - from[n]) / way));
    }
    if (first > last) return false;
    const auto start = from;
    for (int n = 0; n < 3; ++n) {
        from[n] = start[n] + first * (to[n] - start[n]);
        to[n] = start[n] + last * (to[n] - start[n]);
    }
    return true;
}

/// Calls row(z, y, begin, end) for the voxels within `bounds` that the tip covers between two points of a grid.
template <class Row>
void rowsOfSweep(BrushShape shape, const Point3& half, Point3 from, Point3 to, const Box& bounds, Row&& row) {
    if (!cutWay(from, to, bounds, {half[0] + 1, half[1] + 1, half[2] + 1})) return;
    Point3 a{}, b{}, way{};
    Box box;
    for (int n = 0; n < 3; ++n) {
        a[n] = from[n] / half[n];
        b[n] = to[n] / half[n];
        way[n] = to[n] - from[n];
        const double low = std::min(from[n], to[n]) - half[n], high = std::max(from[n], to[n]) + half[n] + 1;
        box.lower[n] = static_cast<int>(std::clamp<double>(std::floor(low), bounds.lower[n], bounds.upper[n]));
        box.upper[n] = static_cast<int>(std::clamp<double>(std::ceil(high), bounds.lower[n], bounds.upper[n]));
    }
    const SweptTip tip(shape, a, b);
    for (int z = box.lower[2]; z < box.upper[2]; ++z)
        for (int y = box.lower[1]; y < box.upper[1]; ++y) {
            const auto [low, high] = tip.row(y / half[1], z / half[2]);
            if (low > high) continue;
            const double first = std::ceil(low * half[0] - kRounding), last = std::floor(high * half[0] + kRounding);
            const auto begin = static_cast<int>(std::clamp<double>(first, box.lower[0], box.upper[0]));
            const auto end = static_cast<int>(std::clamp<double>(last + 1, box.lower[0], box.upper[0]));
            if (begin < end) row(z, y, begin, end);
        }

    const double longest = std::max({std::abs(way[0]), std::abs(way[1]), std::abs(way[2])});
    const int steps = std::max(1, static_cast<int>(std::ceil(longest)));
    for (int step = 0; step <= steps; ++step) {
        Index3 v{};
        for (int n = 0; n < 3; ++n) v[n] = nearest(from[n] + way[n] * step / steps);
        if (bounds.contains(v)) row(v[2], v[1], v[0], v[0] + 1);
    }
}

}  // namespace

Point3 halfSizes(const BrushTip& tip, const Spacing3& spacing) {
    const double radius = std::clamp(tip.radius, 1e-3, 1e5);
    if (tip.unit == LengthUnit::Voxels) return {radius, radius, radius};
    return {radius / spacing[0], radius / spacing[1], radius / spacing[2]};
}

VoxelRuns sweep(const BrushTip& tip, const Grid& grid, const Plane& plane, Point2 from, Point2 to) {
    if (plane.slice < 0 || plane.slice >= grid.size[plane.axis]) return {};
    const auto half = halfSizes(tip, grid.spacing);
    const int x = plane.xAxis(), y = plane.yAxis();
    std::vector<PlaneRun> runs;
    rowsOfSweep(tip.shape, {half[x], half[y], 1}, {from.x, from.y, 0}, {to.x, to.y, 0},
                {{0, 0, 0}, {grid.size[x], grid.size[y], 1}}, [&](int, int row, int begin, int end) {
                    runs.push_back({row, begin, end});
                });
    return inPlane(runs, plane);
}

VoxelRuns sweep(const BrushTip& tip, const Grid& grid, const Point3& from, const Point3& to) {
    VoxelRuns runs;
    rowsOfSweep(tip.shape, halfSizes(tip, grid.spacing), from, to, grid.box(), [&](int k, int j, int begin, int end) {
        runs.push_back({k, j, begin, end});
    });
    normalize(runs);
    return runs;
}

VoxelRuns connectedSimilar(const VoxelRuns& runs, const Grid& grid, const ScalarView& image,
                           const IntensityRange& range, const Index3& seed) {
    VoxelRuns similar;
    for (const auto& run : runs)
        for (int i = run.begin; i < run.end; ++i)
            if (range.contains(image[grid.offset(i, run.j, run.k)])) similar.push_back({run.k, run.j, i, i + 1});
    normalize(similar);
    return componentAt(similar, seed);
}

IntensityRange rangeAround(const Grid& grid, const ScalarView& image, const Plane& plane, Point2 centre,
                           double factor) {
    const int x = nearest(centre.x), y = nearest(centre.y);
    double count = 0, sum = 0, squares = 0;
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -2; dx <= 2; ++dx) {
            const auto v = plane.voxel(x + dx, y + dy);
            if (!grid.box().contains(v)) continue;
            const double value = image[grid.offset(v[0], v[1], v[2])];
            if (!std::isfinite(value)) continue;
            count += 1;
            sum += value;
            squares += value * value;
        }
    if (count == 0) return {1, 0};
    const double mean = sum / count, spread = std::sqrt(std::max(0.0, squares / count - mean * mean));
    return {mean - factor * spread, mean + factor * spread};
}

}  // namespace protolabel::labels
