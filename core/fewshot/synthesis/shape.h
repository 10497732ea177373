#pragma once

#include <cstdint>
#include <vector>

#include "core/fewshot/synthesis/field.h"
#include "core/labels/image2d.h"

namespace protolabel::fewshot::synthesis {

using Label = std::uint16_t;

/// An ellipsoid, bent, dented, cut by a plane, perhaps hollow; a very long one is a tube.
struct Shape {
    Label label = 0;
    Label lumen = 0;  ///< inside the wall; 0: solid
    float wall = 0;   ///< its thickness, relative to the radii
    Point centre;
    Point radii;
    Matrix turn;  ///< anatomy to the shape's own axes
    Point dents;  ///< amplitudes of the anatomy's shape noise, relative to the radii
    float bend = 0, bendFrequency = 0,
          bendPhase = 0;  ///< sideways by bend * sin(frequency z + phase) along its z axis, in radii
    Point cutNormal;      ///< in its own axes, in radii; removed beyond `cut`
    float cut = 10;
};

/// What painting needs to know of a slice, pixel by pixel.
struct SliceGeometry {
    /// `shapeNoise`: three.
    SliceGeometry(const SlicePoints& points, const std::vector<Noise>& shapeNoise);

    const SlicePoints& points;
    FloatImage x, y, z;             ///< of the points
    std::vector<FloatImage> noise;  ///< the shape noise there
};

/// Gives the shape's labels to the pixels in it. The noise moves its surface outwards by dents * noise, between half and 1.6 radii.
void paint(const Shape& shape, const SliceGeometry& geometry, labels::LabelSlice& slice);

}  // namespace protolabel::fewshot::synthesis
