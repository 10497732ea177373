#include "core/labels/shape_interpolation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace protolabel::labels {

namespace {

constexpr float kOutside = -std::numeric_limits<float>::infinity();

VoxelRuns chosen(const std::vector<VoxelRuns>& parts, const std::vector<int>& numbers) {
    VoxelRuns pixels;
    for (const int n : numbers) pixels = united(pixels, parts[static_cast<std::size_t>(n)]);
    return pixels;
}

/// The cubic on 0..1 with these values and slopes at the ends.
double hermite(double a, double b, double slopeA, double slopeB, double t) {
    const double s = 1 - t;
    return s * s * ((1 + 2 * t) * a + t * slopeA) + t * t * ((1 + 2 * s) * b - s * slopeB);
}

double mixed(double a, double b, double t) {
    return (1 - t) * a + t * b;
}

/// The level above which the number of values comes closest to `wanted` (at least 1). Symmetric shapes have many equal values, which are all
/// above it or all not.
float levelOf(const std::vector<float>& values, std::int64_t wanted) {
    auto ordered = values;
    const auto last = std::clamp<std::int64_t>(wanted, 1, std::ssize(values)) - 1;
    std::nth_element(ordered.begin(), ordered.begin() + last, ordered.end(), std::greater<>());
    const float value = ordered[static_cast<std::size_t>(last)];
    const auto above = std::count_if(values.begin(), values.end(), [value](float v) { return v > value; });
    const auto equal = std::count(values.begin(), values.end(), value);
    return above > 0 && wanted - above < above + equal - wanted ? value : std::nextafter(value, kOutside);
}

/// Pixels of the slice.
struct Window {
    int left, top, width, height;
};

}  // namespace

ShapeInterpolation::ShapeInterpolation(const MaskStack& drawn, PixelSize pixel) : pixel_(pixel) {
    std::vector<VoxelRuns> before;
    for (auto slice = drawn.begin(); slice != drawn.end(); ++slice) {
        width_ = slice->second.width, height_ = slice->second.height;
        auto parts = componentsOf(inPlane(slice->second, Plane{2, 0}));
        if (slice != drawn.begin()) {
            Interval interval{std::prev(slice)->first, slice->first, {}};
            for (auto& match : matchParts(before, parts, pixel)) {
                Span span{std::move(match), {}, {}, {}};
                if (!span.parts.from.empty()) span.shapes.emplace_back(chosen(before, span.parts.from), pixel);
                if (!span.parts.to.empty()) span.shapes.emplace_back(chosen(parts, span.parts.to), pixel);
                interval.spans.push_back(std::move(span));
            }
            intervals_.push_back(std::move(interval));
        }
        before = std::move(parts);
    }
    setSlopes();
}

void ShapeInterpolation::setSlopes() {
    const auto chord = [](const Interval& interval, const Span& span) {
        return (span.shapes[1].area() - span.shapes[0].area()) / (interval.to - interval.from);
    };
    // Where two spans meet, the slope of the parabola through the three slices.
    for (std::size_t n = 0; n + 1 < intervals_.size(); ++n)
        for (auto& a : intervals_[n].spans)
            for (auto& b : intervals_[n + 1].spans) {
                if (a.shapes.size() < 2 || b.shapes.size() < 2 || a.parts.to != b.parts.from) continue;
                const double lengthA = intervals_[n].to - intervals_[n].from;
                const double lengthB = intervals_[n + 1].to - intervals_[n + 1].from;
                a.slopeTo = b.slopeFrom =
                    (chord(intervals_[n], a) * lengthB + chord(intervals_[n + 1], b) * lengthA) / (lengthA + lengthB);
            }
    // At a free end the parabola of the other one goes on.
    for (auto& interval : intervals_)
        for (auto& span : interval.spans) {
            if (span.shapes.size() < 2) continue;
            const double slope = chord(interval, span);
            if (!span.slopeFrom) span.slopeFrom = 2 * slope - span.slopeTo.value_or(slope);
            if (!span.slopeTo) span.slopeTo = 2 * slope - *span.slopeFrom;
        }
}

Image2D<float> ShapeInterpolation::depth(int slice) const {
    Image2D<float> depth(width_, height_, kOutside);
    for (const auto& interval : intervals_) {
        if (slice <= interval.from || slice >= interval.to) continue;
        const double t = static_cast<double>(slice - interval.from) / (interval.to - interval.from);
        for (const auto& span : interval.spans)
            span.shapes.size() == 2 ? render(interval, span, t, depth) : renderEnding(span, t, depth);
    }
    return depth;
}

void ShapeInterpolation::render(const Interval& interval, const Span& span, double t, Image2D<float>& depth) const {
    const auto &from = span.shapes[0], &to = span.shapes[1];
    const Point2 centre{mixed(from.centroid().x, to.centroid().x, t), mixed(from.centroid().y, to.centroid().y, t)};
    const double length = interval.to - interval.from;
    const double area = std::clamp(hermite(from.area(), to.area(), length * *span.slopeFrom, length * *span.slopeTo, t),
                                   std::min(from.area(), to.area()), 1.5 * std::max(from.area(), to.area()));
    const double size = std::sqrt(area);

    Point2 lower = centre, upper = centre;  // of both shapes, moved here
    for (const auto& shape : span.shapes) {
        const double scale = size / std::sqrt(shape.area());
        lower.x = std::min(lower.x, centre.x + scale * (shape.lower().x - shape.centroid().x));
        lower.y = std::min(lower.y, centre.y + scale * (shape.lower().y - shape.centroid().y));
        upper.x = std::max(upper.x, centre.x + scale * (shape.upper().x - shape.centroid().x));
        upper.y = std::max(upper.y, centre.y + scale * (shape.upper().y - shape.centroid().y));
    }
    Window window{static_cast<int>(std::floor(lower.x / pixel_.x)), static_cast<int>(std::floor(lower.y / pixel_.y)), 0,
                  0};
    window.width = static_cast<int>(std::ceil(upper.x / pixel_.x)) + 1 - window.left;
    window.height = static_cast<int>(std::ceil(upper.y / pixel_.y)) + 1 - window.top;

    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(window.width) * static_cast<std::size_t>(window.height));
    for (int y = window.top; y < window.top + window.height; ++y)
        for (int x = window.left; x < window.left + window.width; ++x) {
            double value = 0;
            for (const auto* shape : {&from, &to}) {
                const double own = std::sqrt(shape->area()), scale = own / size;
                const Point2 there{shape->centroid().x + scale * (x * pixel_.x - centre.x),
                                   shape->centroid().y + scale * (y * pixel_.y - centre.y)};
                value += (shape == &from ? 1 - t : t) * shape->distance(there) / own;
            }
            values.push_back(static_cast<float>(value));
        }

    const float level = levelOf(values, std::lround(area / (pixel_.x * pixel_.y)));
    auto value = values.begin();
    for (int y = window.top; y < window.top + window.height; ++y)
        for (int x = window.left; x < window.left + window.width; ++x, ++value)
            if (x >= 0 && y >= 0 && x < width_ && y < height_)
                depth.at(x, y) = std::max(depth.at(x, y), *value - level);
}

void ShapeInterpolation::renderEnding(const Span& span, double t, Image2D<float>& depth) const {
    const auto& shape = span.shapes[0];
    const double gone = 2 * (span.parts.to.empty() ? t : 1 - t);
    if (gone >= 1) return;
    const auto pixelOf = [](double mm, double size) { return static_cast<int>(std::lround(mm / size)); };
    const int left = std::max(0, pixelOf(shape.lower().x, pixel_.x)),
              top = std::max(0, pixelOf(shape.lower().y, pixel_.y));
    const int right = std::min(width_ - 1, pixelOf(shape.upper().x, pixel_.x));
    const int bottom = std::min(height_ - 1, pixelOf(shape.upper().y, pixel_.y));
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
            const double value = shape.distance({x * pixel_.x, y * pixel_.y}) - gone * shape.depth();
            depth.at(x, y) = std::max(depth.at(x, y), static_cast<float>(value / std::sqrt(shape.area())));
        }
}

}  // namespace protolabel::labels
