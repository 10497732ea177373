#include "core/fewshot/synthesis/field.h"

#include <cmath>
#include <numbers>

namespace protolabel::fewshot::synthesis {

namespace {

/// Of the lattice's values; blending leaves 0.64 of it.
constexpr float kLatticeDeviation = 1.9f;

float smoothStep(float t) {
    return t * t * (3 - 2 * t);
}

}  // namespace

Matrix product(const Matrix& a, const Matrix& b) {
    Matrix result;
    for (int row = 0; row < 3; ++row) {
        const Point& r = a[row];
        result[row] = {r.x * b[0].x + r.y * b[1].x + r.z * b[2].x, r.x * b[0].y + r.y * b[1].y + r.z * b[2].y,
                       r.x * b[0].z + r.y * b[1].z + r.z * b[2].z};
    }
    return result;
}

Matrix randomRotation(EpisodeRandom& random, double degrees) {
    Matrix result{Point{1, 0, 0}, Point{0, 1, 0}, Point{0, 0, 1}};
    for (int axis = 0; axis < 3; ++axis) {
        const double angle = degrees * random.normal() * std::numbers::pi / 180;
        const auto c = static_cast<float>(std::cos(angle)), s = static_cast<float>(std::sin(angle));
        const Matrix turns[] = {{Point{1, 0, 0}, Point{0, c, -s}, Point{0, s, c}},
                                {Point{c, 0, s}, Point{0, 1, 0}, Point{-s, 0, c}},
                                {Point{c, -s, 0}, Point{s, c, 0}, Point{0, 0, 1}}};
        result = product(turns[axis], result);
    }
    return result;
}

Noise::Noise(EpisodeRandom& random, double frequency)
    : scaledRotation_(randomRotation(random, 180)), values_(kLattice * kLattice * kLattice) {
    for (auto& row : scaledRotation_) {
        const auto scale = static_cast<float>(frequency);
        row = {row.x * scale, row.y * scale, row.z * scale};
    }
    // The sum of four uniform 16-bit numbers is normal enough, and quick to draw.
    for (auto& value : values_) {
        const auto bits = random.bits();
        const auto sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
        value = (static_cast<float>(sum) / 65535.f - 2) * 1.7320508f * kLatticeDeviation;
    }
}

float Noise::operator()(const Point& point) const {
    constexpr float kPositive = 64 * kLattice;  // so that truncation is rounding down
    const Point p = scaledRotation_ * point + Point{kPositive, kPositive, kPositive};
    const int x = static_cast<int>(p.x), y = static_cast<int>(p.y), z = static_cast<int>(p.z);
    const float fx = smoothStep(p.x - static_cast<float>(x)), fy = smoothStep(p.y - static_cast<float>(y)),
                fz = smoothStep(p.z - static_cast<float>(z));
    constexpr int kMask = kLattice - 1;
    const int x0 = x & kMask, x1 = (x + 1) & kMask;
    const int y0 = (y & kMask) * kLattice, y1 = ((y + 1) & kMask) * kLattice;
    const int z0 = (z & kMask) * kLattice * kLattice, z1 = ((z + 1) & kMask) * kLattice * kLattice;
    const auto row = [&](int start) { return values_[start + x0] + fx * (values_[start + x1] - values_[start + x0]); };
    const float near = row(z0 + y0) + fy * (row(z0 + y1) - row(z0 + y0));
    const float far = row(z1 + y0) + fy * (row(z1 + y1) - row(z1 + y0));
    return near + fz * (far - near);
}

FloatImage Field::pixels() const {
    FloatImage image(kSide, kSide);
    for (int j = 0; j < kSide; j += 2)
        for (int i = 0; i < kSide; i += 2) {
            const float a = node(i / 2, j / 2), b = node(i / 2 + 1, j / 2), c = node(i / 2, j / 2 + 1),
                        d = node(i / 2 + 1, j / 2 + 1);
            image.at(i, j) = a;
            image.at(i + 1, j) = (a + b) / 2;
            image.at(i, j + 1) = (a + c) / 2;
            image.at(i + 1, j + 1) = (a + b + c + d) / 4;
        }
    return image;
}

}  // namespace protolabel::fewshot::synthesis
