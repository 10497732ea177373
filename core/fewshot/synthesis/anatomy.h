#pragma once

#include <cstdint>
#include <vector>

#include "core/fewshot/synthesis/shape.h"

namespace protolabel::fewshot::synthesis {

/// The labels every anatomy has; fillers follow, then organs.
enum : Label { kAir, kSkin, kFat, kMuscle, kFirstFiller };

/// The outline and what lies beneath it; lengths in anatomical units.
struct Body {
    float radiusX = 1, radiusY = 1, dent = 0;
    float skin = 0, fat = 0, fatVariation = 0, muscle = 0;
};

/// A random three-dimensional body: outline, regions that fill it, organs. Any slice of it can be labelled without a volume.
/// A value: jittered() gives another subject of the same build.
class Anatomy {
public:
    explicit Anatomy(EpisodeRandom& random);

    /// Other sizes, places and angles of everything, the same labels.
    Anatomy jittered(EpisodeRandom& random) const;

    /// Labels at the pixels; depends on the anatomy and the points only.
    labels::LabelSlice label(const SlicePoints& points) const;

    const std::vector<Shape>& shapes() const { return shapes_; }
    /// Which labels look alike: paired organs, blood. Index: label.
    const std::vector<Label>& appearances() const { return appearances_; }
    /// Labels that are objects an annotator might draw.
    bool isObject(Label label) const { return label >= firstObject_; }
    Label count() const { return static_cast<Label>(appearances_.size()); }

private:
    friend class AnatomyBuilder;

    Body body_;
    std::vector<Noise> shapeNoise_;  ///< three
    std::vector<Noise> bodyNoise_;   ///< two, of outline and fat
    std::vector<Noise> fillers_;     ///< a point belongs to the greatest
    std::vector<Shape> shapes_;      ///< later ones cover earlier ones
    std::vector<Label> appearances_;
    Label firstObject_ = 0;
};

}  // namespace protolabel::fewshot::synthesis
