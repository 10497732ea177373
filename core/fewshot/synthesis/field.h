#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fewshot/augmentation.h"
#include "core/fewshot/episode_random.h"

/// Synthetic slices live in anatomical coordinates: an image of kSide x kSide pixels at zoom 1 spans x, y in -1..1; z runs across slices
/// in the same unit (about 16 cm of a body).
namespace protolabel::fewshot::synthesis {

inline constexpr int kSide = 256;  ///< pixels, as the network's slices

struct Point {
    float x = 0, y = 0, z = 0;
};

/// Rows of a 3x3 matrix.
using Matrix = std::array<Point, 3>;
inline float square(float x) {
    return x * x;
}
inline Point operator*(const Matrix& m, const Point& p) {
    return {m[0].x * p.x + m[0].y * p.y + m[0].z * p.z, m[1].x * p.x + m[1].y * p.y + m[1].z * p.z,
            m[2].x * p.x + m[2].y * p.y + m[2].z * p.z};
}
inline Point operator-(const Point& a, const Point& b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
inline Point operator+(const Point& a, const Point& b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}

/// The rotation by up to `degrees` (normal deviate) about each axis.
Matrix randomRotation(EpisodeRandom& random, double degrees);
Matrix product(const Matrix& a, const Matrix& b);

/// A smooth random function of space, mean 0, standard deviation 1.2: normal values on a lattice that is turned at random and repeats
/// every 16 cells, blended between lattice points.
class Noise {
public:
    /// `frequency`: lattice cells per unit of length.
    Noise(EpisodeRandom& random, double frequency);
    float operator()(const Point& point) const;

private:
    static constexpr int kLattice = 16;
    Matrix scaledRotation_;
    std::vector<float> values_;
};

/// A smooth function over a slice, kept at every second pixel.
class Field {
public:
    static constexpr int kNodes = kSide / 2 + 1;  ///< at pixels 0, 2, ..., kSide in each direction

    Field() : nodes_(static_cast<std::size_t>(kNodes) * kNodes) {}
    float& node(int i, int j) { return nodes_[static_cast<std::size_t>(j) * kNodes + i]; }
    float node(int i, int j) const { return nodes_[static_cast<std::size_t>(j) * kNodes + i]; }
    FloatImage pixels() const;  ///< linear between the nodes

private:
    std::vector<float> nodes_;
};

/// Where the pixels of a slice lie in the anatomy.
class SlicePoints {
public:
    Point& node(int i, int j) { return nodes_[static_cast<std::size_t>(j) * Field::kNodes + i]; }
    const Point& node(int i, int j) const { return nodes_[static_cast<std::size_t>(j) * Field::kNodes + i]; }

    /// function(point) over the slice.
    template <class Function>
    Field evaluate(const Function& function) const {
        Field field;
        for (int j = 0; j < Field::kNodes; ++j)
            for (int i = 0; i < Field::kNodes; ++i) field.node(i, j) = function(node(i, j));
        return field;
    }

private:
    std::vector<Point> nodes_ = std::vector<Point>(static_cast<std::size_t>(Field::kNodes) * Field::kNodes);
};

}  // namespace protolabel::fewshot::synthesis
