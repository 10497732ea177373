#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace protolabel::fewshot {

/// The random numbers of one episode. They follow from (seed, episode) alone, with every compiler and standard library.
class EpisodeRandom {
public:
    EpisodeRandom(std::uint64_t seed, std::uint64_t episode) : engine_(mixed(mixed(seed) + episode)) {}

    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }  ///< [0, 1)
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    int below(int count) { return static_cast<int>(uniform() * count); }  ///< 0 .. count - 1
    bool coin() { return chance(0.5); }
    bool chance(double probability) { return uniform() < probability; }
    double logUniform(double low, double high) { return low * std::pow(high / low, uniform()); }
    /// Mean 0, standard deviation 1 (Box and Muller).
    double normal() {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    std::uint64_t bits() { return engine_(); }

private:
    /// splitmix64: neighbouring numbers give unrelated ones.
    static std::uint64_t mixed(std::uint64_t x) {
        x += 0x9E3779B97F4A7C15u;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
        return x ^ (x >> 31);
    }

    std::mt19937_64 engine_;
};

}  // namespace protolabel::fewshot
