#pragma once

#include <algorithm>
#include <cstdint>

#include "core/labels/grid.h"

/// Parts of slices that changed.
namespace protolabel::viewer {

/// Pixels [x, x + width) x [y, y + height) of a slice, in the order of axes of labels::Image2D.
struct Rect {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
    bool empty() const { return width <= 0 || height <= 0; }
    std::int64_t area() const { return empty() ? 0 : std::int64_t{width} * height; }
};

inline Rect intersection(const Rect& a, const Rect& b) {
    const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::min(a.x + a.width, b.x + b.width) - x, std::min(a.y + a.height, b.y + b.height) - y};
}

/// The smallest rectangle around both.
inline Rect united(const Rect& a, const Rect& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

/// What `box` covers of slice `index` along `axis`; empty when it misses the slice.
inline Rect inSlice(const labels::Box& box, int axis, int index) {
    const labels::Plane plane{axis, index};
    const labels::Box covered = plane.of(box);
    if (covered.empty()) return {};
    const int x = plane.xAxis(), y = plane.yAxis();
    return {covered.lower[x], covered.lower[y], covered.extent(x), covered.extent(y)};
}

}  // namespace protolabel::viewer
