#pragma once

#include <cstdint>

#include "core/labels/label_table.h"

/// How views show labels.
namespace protolabel::viewer {

/// Other: another annotator's, only to be looked at.
enum class Layer { Annotation, Proposals, Other };
inline constexpr int kLayers = 3;

enum class Pattern {
    Plain,
    Hatched,  ///< diagonal stripes, dashed outline: what is not yet part of the annotation
    Striped,  ///< the outline in turns of the label's colour and white: what somebody else says
};

struct LayerStyle {
    bool visible = true;
    double fill = 0.4;  ///< opacity of the area, 0..1
    double line = 0;    ///< opacity of the outline, 0..1; it runs inside the region
    Pattern pattern = Pattern::Plain;
    bool operator==(const LayerStyle&) const = default;
};

/// One label as it is shown; hidden labels show what is below them.
struct LabelColor {
    std::uint16_t id = 0;
    labels::Color color;
    bool visible = true;
    bool operator==(const LabelColor&) const = default;
};

enum class Interpolation { Nearest, Linear };

}  // namespace protolabel::viewer
