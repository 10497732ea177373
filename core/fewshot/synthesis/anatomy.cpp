#include "core/fewshot/synthesis/anatomy.h"

#include <algorithm>
#include <cmath>

#include "core/fewshot/synthesis/anatomy_builder.h"

namespace protolabel::fewshot::synthesis {

namespace {

Point scaled(const Point& p, double x, double y, double z) {
    return {static_cast<float>(p.x * x), static_cast<float>(p.y * y), static_cast<float>(p.z * z)};
}

}  // namespace

Anatomy::Anatomy(EpisodeRandom& random) {
    AnatomyBuilder(*this, random).build();
}

Anatomy Anatomy::jittered(EpisodeRandom& random) const {
    const auto factor = [&](double deviation) { return std::exp(deviation * random.normal()); };
    Anatomy other = *this;
    Body& body = other.body_;
    body.radiusX *= static_cast<float>(factor(0.06));
    body.radiusY *= static_cast<float>(factor(0.06));
    body.fat *= static_cast<float>(factor(0.5));
    body.muscle *= static_cast<float>(factor(0.3));
    const double roughness = random.uniform(0, 0.08);
    for (Shape& shape : other.shapes_) {
        const double size = factor(0.08);
        shape.radii = scaled(shape.radii, size * factor(0.07), size * factor(0.07), size * factor(0.07));
        shape.centre =
            shape.centre + scaled({1, 1, 1}, 0.03 * random.normal(), 0.03 * random.normal(), 0.05 * random.normal());
        shape.turn = product(randomRotation(random, 7), shape.turn);
        shape.dents = shape.dents + scaled({1, 1, 1}, roughness * random.normal(), roughness * random.normal(),
                                           roughness * random.normal());
        shape.wall *= static_cast<float>(factor(0.12));
    }
    return other;
}

labels::LabelSlice Anatomy::label(const SlicePoints& points) const {
    const SliceGeometry geometry(points, shapeNoise_);
    const Field depthField = points.evaluate([&](const Point& p) {
        const float r = std::sqrt(square(p.x / body_.radiusX) + square(p.y / body_.radiusY));
        return (1 - r) * std::min(body_.radiusX, body_.radiusY);
    });
    const FloatImage depth = depthField.pixels();
    const FloatImage outline = points.evaluate(bodyNoise_[0]).pixels(),
                     fatness = points.evaluate(bodyNoise_[1]).pixels();

    labels::LabelSlice slice(kSide, kSide);
    const std::size_t count = slice.pixels.size();
    std::vector<float> greatest(count, -100.f);
    for (std::size_t k = 0; k < fillers_.size(); ++k) {
        const auto values = points.evaluate(fillers_[k]).pixels();
        for (std::size_t i = 0; i < count; ++i)
            if (values.pixels[i] > greatest[i]) {
                greatest[i] = values.pixels[i];
                slice.pixels[i] = static_cast<Label>(kFirstFiller + k);
            }
    }
    for (const auto& shape : shapes_) paint(shape, geometry, slice);
    for (std::size_t i = 0; i < count; ++i) {
        const float inside = depth.pixels[i] + body_.dent * outline.pixels[i];
        const float fat = body_.fat * std::max(0.2f, 1 + body_.fatVariation * fatness.pixels[i]);
        if (inside < 0)
            slice.pixels[i] = kAir;
        else if (inside < body_.skin)
            slice.pixels[i] = kSkin;
        else if (inside < body_.skin + fat)
            slice.pixels[i] = kFat;
        else if (inside < body_.skin + fat + body_.muscle && slice.pixels[i] < kFirstFiller + fillers_.size())
            slice.pixels[i] = kMuscle;
    }
    return slice;
}

}  // namespace protolabel::fewshot::synthesis
