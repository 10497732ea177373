#include "core/fewshot/synthesis/shape.h"

#include <algorithm>
#include <cmath>

namespace protolabel::fewshot::synthesis {

namespace {

constexpr float kSmallest = 0.5f, kLargest = 1.6f;  // of the radii: how far noise moves a surface
constexpr int kBlock = 8;                           // nodes: 16 x 16 pixels are skipped together

float lengthOf(const Point& p) {
    return std::sqrt(square(p.x) + square(p.y) + square(p.z));
}

Point over(const Point& row, float radius) {
    return {row.x / radius, row.y / radius, row.z / radius};
}

/// One shape with what is the same for all pixels.
class Painter {
public:
    Painter(const Shape& shape, const SliceGeometry& geometry)
        : shape_(shape),
          geometry_(geometry),
          toRadii_{over(shape.turn[0], shape.radii.x), over(shape.turn[1], shape.radii.y),
                   over(shape.turn[2], shape.radii.z)},
          reach_((kLargest + std::abs(shape.bend)) * std::max({shape.radii.x, shape.radii.y, shape.radii.z})) {}

    /// Whether the block that begins at node (i, j) may hold some of the shape.
    bool touches(int i, int j) const {
        const Point& middle = geometry_.points.node(i + kBlock / 2, j + kBlock / 2);
        const float margin = 1.5f * lengthOf(geometry_.points.node(i, j) - middle);
        return lengthOf(middle - shape_.centre) <= reach_ + margin;
    }

    /// The label that the shape gives to a pixel, or `before`.
    Label at(std::size_t pixel, Label before) const {
        const Point point{geometry_.x.pixels[pixel], geometry_.y.pixels[pixel], geometry_.z.pixels[pixel]};
        Point q = toRadii_ * (point - shape_.centre);
        if (shape_.bend != 0) q.x += shape_.bend * std::sin(shape_.bendFrequency * q.z + shape_.bendPhase);
        const float distance = square(q.x) + square(q.y) + square(q.z);
        if (distance > square(kLargest)) return before;
        const auto noise = [&](int k) { return geometry_.noise[k].pixels[pixel]; };
        const float surface = std::clamp(
            1 + shape_.dents.x * noise(0) + shape_.dents.y * noise(1) + shape_.dents.z * noise(2), kSmallest, kLargest);
        if (distance > square(surface)) return before;
        const Point& cut = shape_.cutNormal;
        if (q.x * cut.x + q.y * cut.y + q.z * cut.z > shape_.cut) return before;
        const bool inner = shape_.lumen != 0 && distance < square(std::max(0.f, surface - shape_.wall));
        return inner ? shape_.lumen : shape_.label;
    }

private:
    const Shape& shape_;
    const SliceGeometry& geometry_;
    Matrix toRadii_;
    float reach_;  ///< nothing of the shape lies farther from its centre
};

}  // namespace

SliceGeometry::SliceGeometry(const SlicePoints& given, const std::vector<Noise>& shapeNoise)
    : points(given),
      x(given.evaluate([](const Point& p) { return p.x; }).pixels()),
      y(given.evaluate([](const Point& p) { return p.y; }).pixels()),
      z(given.evaluate([](const Point& p) { return p.z; }).pixels()) {
    for (const auto& field : shapeNoise) noise.push_back(given.evaluate(field).pixels());
}

void paint(const Shape& shape, const SliceGeometry& geometry, labels::LabelSlice& slice) {
    const Painter painter(shape, geometry);
    for (int j = 0; j < Field::kNodes - 1; j += kBlock)
        for (int i = 0; i < Field::kNodes - 1; i += kBlock) {
            if (!painter.touches(i, j)) continue;
            for (int y = 2 * j; y < 2 * (j + kBlock); ++y)
                for (int x = 2 * i; x < 2 * (i + kBlock); ++x) {
                    Label& label = slice.at(x, y);
                    label = painter.at(static_cast<std::size_t>(y) * kSide + x, label);
                }
        }
}

}  // namespace protolabel::fewshot::synthesis
