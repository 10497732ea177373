#include "core/workflow/demo_volumes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <numbers>

namespace protolabel::workflow {

namespace {

using imaging::Vec3;

constexpr double kPi = std::numbers::pi;

std::uint64_t mix(std::uint64_t x) {  // splitmix64
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

/// Random numbers that are the same with every standard library.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() { return mix(state_++); }
    double uniform(double low, double high) {
        return low + (high - low) * static_cast<double>(bits() >> 11) * 0x1.0p-53;
    }
    double normal() {
        const double u = uniform(1e-12, 1);
        return std::sqrt(-2 * std::log(u)) * std::cos(uniform(0, 2 * kPi));
    }

private:
    std::uint64_t state_;
};

/// Smooth noise in -1..1 with features of about `scale` mm: random values on a lattice, interpolated.
class Texture {
public:
    Texture(Random& random, double scale) : seed_(random.bits()), scale_(scale) {}
    double operator()(const Vec3& p) const {
        std::array<std::int64_t, 3> cell;
        std::array<double, 3> t;
        for (std::size_t a = 0; a < 3; ++a) {
            const double q = p[a] / scale_;
            cell[a] = static_cast<std::int64_t>(std::floor(q));
            const double f = q - std::floor(q);
            t[a] = f * f * (3 - 2 * f);
        }
        double sum = 0;
        for (int corner = 0; corner < 8; ++corner) {
            double weight = 1;
            std::uint64_t key = seed_;
            for (std::size_t a = 0; a < 3; ++a) {
                const int up = (corner >> a) & 1;
                weight *= up != 0 ? t[a] : 1 - t[a];
                key = mix(key ^ static_cast<std::uint64_t>(cell[a] + up));
            }
            sum += weight * (static_cast<double>(key >> 11) * 0x1.0p-52 - 1);
        }
        return sum;
    }

private:
    std::uint64_t seed_;
    double scale_;
};

/// A structure of the body: what is inside, and how it looks. Coordinates in mm, x to the left, y to the back, z to the head.
struct Structure {
    int label = 0;  ///< 0: not one of the organs to segment
    std::function<bool(const Vec3&)> inside;
    double intensity = 0;
    double textureAmount = 0;
    Texture texture;
};

/// (x/a)^e + (y/b)^e + (z/c)^e < 1 around `centre`, with a surface roughened by `bumps`.
std::function<bool(const Vec3&)> ellipsoid(Random& random, Vec3 centre, Vec3 radii, double exponent, double bumps) {
    const Texture rough(random, 0.9 * std::min({radii[0], radii[1], radii[2]}));
    const double tilt = random.uniform(-0.25, 0.25);
    return [=](const Vec3& p) {
        const double x = p[0] - centre[0], y = p[1] - centre[1], z = p[2] - centre[2];
        const double u = x * std::cos(tilt) + y * std::sin(tilt), v = y * std::cos(tilt) - x * std::sin(tilt);
        const double r = std::pow(std::abs(u / radii[0]), exponent) + std::pow(std::abs(v / radii[1]), exponent) +
                         std::pow(std::abs(z / radii[2]), exponent);
        return r < 1.4 && r + bumps * rough(p) < 1;
    };
}

/// An ellipsoid with a notch on its inner side, like a kidney's hilum.
std::function<bool(const Vec3&)> bean(Random& random, Vec3 centre, Vec3 radii) {
    const auto body = ellipsoid(random, centre, radii, 2, 0.12);
    const double side = centre[0] > 0 ? -1 : 1;
    const Vec3 notchCentre{centre[0] + side * radii[0] * 1.05, centre[1] - radii[1] * 0.15, centre[2]};
    const auto notch = ellipsoid(random, notchCentre, {radii[0] * 0.6, radii[1] * 0.5, radii[2] * 0.45}, 2, 0.05);
    return [=](const Vec3& p) { return body(p) && !notch(p); };
}

/// A bent tube of varying thickness from right to left, like a pancreas.
std::function<bool(const Vec3&)> tube(Random& random, Vec3 centre, double length, double radius) {
    const double bend = random.uniform(12, 22), rise = random.uniform(15, 30), phase = random.uniform(-0.4, 0.4);
    return [=](const Vec3& p) {
        const double t = (p[0] - centre[0]) / (length / 2);
        if (std::abs(t) > 1) return false;
        const double y = centre[1] - bend * std::cos(t * 1.6 + phase), z = centre[2] + rise * t * 0.5;
        const double r = radius * (0.75 + 0.35 * std::cos(2.2 * t - 0.6)) * std::sqrt(1 - std::pow(t, 8));
        return std::hypot(p[1] - y, p[2] - z) < r;
    };
}

Vec3 jitter(Random& random, Vec3 v, double by) {
    for (auto& x : v) x += random.uniform(-by, by);
    return v;
}
Vec3 scaled(Random& random, Vec3 v, double by) {
    const double common = random.uniform(1 - by, 1 + by);
    for (auto& x : v) x *= common * random.uniform(1 - by / 2, 1 + by / 2);
    return v;
}

struct Body {
    std::function<bool(const Vec3&)> outline, muscle;
    std::vector<Structure> structures;  ///< later ones cover earlier ones
    Texture fat, tissue, warpX, warpY, warpZ;
    Vec3 biasDirection{};
    double biasStrength = 0, biasPhase = 0, gain = 1, noise = 20;
};

Body makeBody(Random& random) {
    const Vec3 outer = scaled(random, {112, 88, 400}, 0.06);
    const Vec3 inner{outer[0] - random.uniform(7, 14), outer[1] - random.uniform(7, 14), 400};
    Body body{ellipsoid(random, {0, 0, 0}, outer, 2.3, 0.03),
              ellipsoid(random, {0, 0, 0}, inner, 2.3, 0.03),
              {},
              Texture(random, 12),
              Texture(random, 9),
              Texture(random, 60),
              Texture(random, 60),
              Texture(random, 60)};
    const auto add = [&](int label, std::function<bool(const Vec3&)> inside, double intensity, double spread,
                         double amount, double grain) {
        body.structures.push_back(
            {label, std::move(inside), intensity + random.uniform(-spread, spread), amount, Texture(random, grain)});
    };
    add(0, ellipsoid(random, jitter(random, {0, 52, 0}, 4), {17, 16, 400}, 2, 0.1), 170, 25, 40, 8);   // spine
    add(0, ellipsoid(random, jitter(random, {-12, 28, 0}, 4), {8, 8, 400}, 2, 0.05), 620, 60, 20, 8);  // a large vessel
    add(0, ellipsoid(random, jitter(random, {40, -35, 25}, 8), {30, 24, 30}, 2, 0.25), 230, 40, 90,
        7);  // stomach, uneven
    add(0, bean(random, jitter(random, {-52, 34, -25}, 6), scaled(random, {19, 22, 34}, 0.12)), 640, 30, 90, 14);
    add(4, tube(random, jitter(random, {8, 12, 2}, 6), random.uniform(85, 110), random.uniform(9, 12)), 410, 8, 45, 6);
    add(1, ellipsoid(random, jitter(random, {-42, -12, 38}, 7), scaled(random, {52, 50, 42}, 0.12), 2.5, 0.22), 500, 25,
        35, 5);
    add(2, bean(random, jitter(random, {58, 30, -12}, 6), scaled(random, {21, 25, 36}, 0.12)), 760, 40, 70, 14);
    add(3, ellipsoid(random, jitter(random, {2, -18, -52}, 7), scaled(random, {30, 26, 22}, 0.15), 2, 0.12), 950, 50,
        15, 20);
    body.biasDirection = {random.normal(), random.normal(), random.normal()};
    body.biasStrength = random.uniform(0.08, 0.22);
    body.biasPhase = random.uniform(0, 2 * kPi);
    body.gain = random.uniform(0.7, 1.5);
    body.noise = random.uniform(16, 30);
    return body;
}

/// Value and label of one place, before noise.
std::pair<double, int> look(const Body& body, const Vec3& place) {
    Vec3 p = place;
    p[0] += 6 * body.warpX(place);
    p[1] += 6 * body.warpY(place);
    p[2] += 5 * body.warpZ(place);
    if (!body.outline(p)) return {0, 0};
    double value = 820 + 40 * body.fat(p);
    int label = 0;
    if (body.muscle(p)) {
        value = 350 + 45 * body.tissue(p);
        for (const auto& structure : body.structures)
            if (structure.inside(p)) {
                value = structure.intensity + structure.textureAmount * structure.texture(p);
                label = structure.label;
            }
    }
    double along = body.biasPhase;
    for (std::size_t a = 0; a < 3; ++a) along += body.biasDirection[a] * place[a] / 90;
    return {value * (1 + body.biasStrength * std::sin(along)), label};
}

Vec3 cross(const Vec3& a, const Vec3& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
Vec3 unit(Vec3 v) {
    const double n = std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    for (auto& x : v) x /= n;
    return v;
}

imaging::Geometry makeGeometry(Random& random, int side) {
    imaging::Geometry geometry;
    const double inPlane = 1.6 * 160 / side * random.uniform(0.96, 1.04);
    geometry.size = {side, side, 24 + static_cast<std::int64_t>(random.bits() % 9)};
    geometry.spacing = {inPlane, inPlane, random.uniform(5.6, 6.4)};
    const Vec3 z = unit({random.uniform(-0.3, 0.3), random.uniform(-0.3, 0.3), 1});
    const Vec3 x = unit(cross({random.uniform(-0.2, 0.2), 1, 0}, z));
    geometry.direction = {x, cross(z, x), z};
    geometry.origin = {random.uniform(-150, -90), random.uniform(-150, -90), random.uniform(-120, -60)};
    return geometry;
}

}  // namespace

std::vector<labels::Label> demoLabels() {
    const std::array<const char*, 4> names{"liver", "kidney", "bladder", "pancreas"};
    std::vector<labels::Label> table;
    for (int i = 0; i < 4; ++i)
        table.push_back({LabelId{i + 1}, names[static_cast<std::size_t>(i)], labels::defaultColor(i)});
    return table;
}

DemoVolume makeDemoVolume(std::uint64_t seed, int n, int side) {
    Random random(mix(mix(seed) + static_cast<std::uint64_t>(n)));
    const auto body = makeBody(random);
    DemoVolume demo;
    demo.name = "case_" + std::to_string(n + 1);
    demo.image.geometry = demo.truth.geometry = makeGeometry(random, side);
    const auto& geometry = demo.image.geometry;
    const auto count = static_cast<std::size_t>(geometry.voxelCount());
    demo.image.type = imaging::ScalarType::Int16;
    demo.image.modality = imaging::Modality::MR;
    demo.image.voxels.resize(2 * count);
    demo.truth.voxels.resize(count);
    std::size_t i = 0;
    for (std::int64_t k = 0; k < geometry.size[2]; ++k)
        for (std::int64_t y = 0; y < geometry.size[1]; ++y)
            for (std::int64_t x = 0; x < geometry.size[0]; ++x, ++i) {
                const auto centred = [&](std::int64_t index, std::size_t a) {
                    return (static_cast<double>(index) - 0.5 * static_cast<double>(geometry.size[a] - 1)) *
                           geometry.spacing[a];
                };
                const auto [value, label] = look(body, {centred(x, 0), centred(y, 1), centred(k, 2)});
                // The magnitude of a complex signal: noise in air is Rician, not negative.
                const double seen =
                    body.gain * std::hypot(value + body.noise * random.normal(), body.noise * random.normal());
                const auto stored = static_cast<std::int16_t>(std::clamp(std::lround(seen), 0L, 32767L));
                std::memcpy(demo.image.voxels.data() + 2 * i, &stored, 2);
                demo.truth.voxels[i] = static_cast<std::uint16_t>(label);
            }
    return demo;
}

}  // namespace protolabel::workflow
