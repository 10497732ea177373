#include "core/fewshot/bench_volume.h"

#include <array>
#include <cmath>
#include <random>

namespace protolabel::fewshot {

namespace {

constexpr double kPixel = 1.25, kSlice = 7.7;  // mm

/// Centre and radii as fractions of the volume; `brightness` inside.
struct Ellipsoid {
    double z, y, x, rz, ry, rx, brightness;
    bool holds(double pz, double py, double px) const {
        const double dz = (pz - z) / rz, dy = (py - y) / ry, dx = (px - x) / rx;
        return dz * dz + dy * dy + dx * dx < 1;
    }
};

}  // namespace

BenchVolume makeBenchVolume(int slices, int size, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto jitter = [&] { return 0.03 * (static_cast<double>(random() >> 11) * 0x1p-53 - 0.5); };
    std::array<Ellipsoid, 4> organs{{{0.5, 0.4, 0.35, 0.3, 0.17, 0.16, 620},
                                     {0.45, 0.6, 0.3, 0.22, 0.08, 0.07, 900},
                                     {0.45, 0.6, 0.7, 0.22, 0.08, 0.07, 880},
                                     {0.55, 0.42, 0.72, 0.2, 0.1, 0.07, 760}}};
    for (auto& organ : organs) organ.z += jitter(), organ.y += jitter(), organ.x += jitter();
    const Ellipsoid body{0.5, 0.5, 0.5, 10, 0.36, 0.46, 330};

    BenchVolume volume{{slices, size, size, kPixel, kSlice, {}},
                       {slices, size, size, kPixel, kSlice, {}},
                       {slices, size, size, kPixel, kSlice, {}}};
    double sum = 0, squares = 0;
    for (int z = 0; z < slices; ++z)
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) {
                const double pz = (z + 0.5) / slices, py = (y + 0.5) / size, px = (x + 0.5) / size;
                double value = body.holds(pz, py, px) ? body.brightness : 15;
                int label = 0;
                for (std::size_t i = 0; i < organs.size(); ++i)
                    if (organs[i].holds(pz, py, px)) value = organs[i].brightness, label = static_cast<int>(i) + 1;
                const double shading = 1 + 0.15 * std::sin(5 * px + 3 * py) + 0.1 * std::cos(40 * px * py + 9 * pz);
                const double noise = static_cast<double>((random() >> 56) + (random() >> 56)) - 255;
                value = std::round(std::max(0.0, value * shading + noise / 8));
                sum += value;
                squares += value * value;
                volume.unclipped.voxels.push_back(static_cast<float>(value));
                volume.labels.voxels.push_back(label);
            }
    const auto count = static_cast<double>(volume.unclipped.voxels.size());
    const double mean = sum / count, deviation = std::sqrt(squares / count - mean * mean);
    for (const float value : volume.unclipped.voxels)
        volume.prepared.voxels.push_back(toHalf(static_cast<float>((value - mean) / deviation)));
    return volume;
}

}  // namespace protolabel::fewshot
