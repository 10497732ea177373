#include "core/labels/polygon.h"

#include <algorithm>
#include <cmath>

namespace protolabel::labels {

namespace {

/// Where the outline crosses a row of pixel centres.
struct Crossing {
    double x;
    int turn;  ///< +1 towards growing y, -1 back
};

/// The first whole number >= x in [0, limit].
int firstCentre(double x, int limit) {
    return static_cast<int>(std::ceil(std::clamp<double>(x, 0, limit)));
}

}  // namespace

VoxelRuns fillPolygon(const std::vector<Point2>& outline, FillRule rule, const Grid& grid, const Plane& plane) {
    const int width = grid.size[plane.xAxis()], height = grid.size[plane.yAxis()];
    if (outline.size() < 3 || plane.slice < 0 || plane.slice >= grid.size[plane.axis]) return {};

    std::vector<std::vector<Crossing>> rows(static_cast<std::size_t>(height));
    for (std::size_t n = 0; n < outline.size(); ++n) {
        auto a = outline[n], b = outline[(n + 1) % outline.size()];
        const int turn = a.y < b.y ? 1 : -1;
        if (turn < 0) std::swap(a, b);
        // A side holds its lower end and not its upper one: a corner between two sides is crossed once.
        const int last = firstCentre(b.y, height);
        for (int y = firstCentre(a.y, height); y < last; ++y)
            rows[static_cast<std::size_t>(y)].push_back({a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), turn});
    }

    std::vector<PlaneRun> runs;
    for (int y = 0; y < height; ++y) {
        auto& crossings = rows[static_cast<std::size_t>(y)];
        std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) { return a.x < b.x; });
        int winding = 0;
        for (std::size_t n = 0; n + 1 < crossings.size(); ++n) {
            winding += rule == FillRule::NonZero ? crossings[n].turn : 1;
            const bool inside = rule == FillRule::NonZero ? winding != 0 : winding % 2 != 0;
            if (inside) runs.push_back({y, firstCentre(crossings[n].x, width), firstCentre(crossings[n + 1].x, width)});
        }
    }
    return inPlane(runs, plane);
}

}  // namespace protolabel::labels
