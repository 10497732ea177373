#include "core/labels/shape_matching.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <tuple>

#include "core/labels/disjoint_sets.h"

namespace protolabel::labels {

namespace {

double between(Point2 a, Point2 b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// From the part to the other's outline: the smallest distance of its pixels.
double gap(const VoxelRuns& part, const PlanarShape& other, PixelSize pixel) {
    double smallest = std::numeric_limits<double>::infinity();
    for (const auto& run : part)
        for (int x = run.begin; x < run.end; ++x)
            smallest = std::min(smallest, -other.distance({x * pixel.x, run.j * pixel.y}));
    return smallest;
}

}  // namespace

std::vector<PartMatch> matchParts(const std::vector<VoxelRuns>& from, const std::vector<VoxelRuns>& to,
                                  PixelSize pixel) {
    const auto m = static_cast<std::uint32_t>(from.size()), n = static_cast<std::uint32_t>(to.size());
    std::vector<PlanarShape> shapes;  // of `from`, then of `to`
    for (const auto* side : {&from, &to})
        for (const auto& part : *side) shapes.emplace_back(part, pixel);

    DisjointSets sets(m + n);
    std::vector<bool> linked(m + n);
    const auto link = [&](std::uint32_t a, std::uint32_t b) {
        linked[a] = linked[b] = true;
        const auto rootA = sets.root(a), rootB = sets.root(b);
        if (rootA != rootB) sets.join(rootA, rootB);
    };
    for (std::uint32_t a = 0; a < m; ++a)
        for (std::uint32_t b = 0; b < n; ++b)
            if (!intersected(from[a], to[b]).empty()) link(a, m + b);

    std::vector<std::tuple<double, std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t a = 0; a < m; ++a)
        for (std::uint32_t b = m; b < m + n; ++b)
            if (!linked[a] && !linked[b]) pairs.emplace_back(between(shapes[a].centroid(), shapes[b].centroid()), a, b);
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [distance, a, b] : pairs)
        if (!linked[a] && !linked[b]) link(a, b);

    for (std::uint32_t part = 0; part < m + n; ++part) {
        if (linked[part]) continue;
        const auto& pixels = part < m ? from[part] : to[part - m];
        const double diameter = 2 * std::sqrt(shapes[part].area() / std::numbers::pi);
        double nearest = diameter;
        std::uint32_t partner = part;
        for (std::uint32_t other = part < m ? m : 0; other < (part < m ? m + n : m); ++other)
            if (const double distance = gap(pixels, shapes[other], pixel); distance <= nearest)
                nearest = distance, partner = other;
        if (partner != part) link(part, partner);
    }

    std::map<std::uint32_t, PartMatch> matches;
    for (std::uint32_t part = 0; part < m + n; ++part) {
        auto& match = matches[sets.root(part)];
        part < m ? match.from.push_back(static_cast<int>(part)) : match.to.push_back(static_cast<int>(part - m));
    }
    std::vector<PartMatch> result;
    for (auto& [root, match] : matches) result.push_back(std::move(match));
    return result;
}

}  // namespace protolabel::labels
