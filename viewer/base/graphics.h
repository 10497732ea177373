#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/labels/label_table.h"

/// What a tool draws over a slice: cursor, brush outline, polygon in the making, a note at the pointer.
namespace protolabel::viewer {

/// In-plane continuous index in the order of axes of labels::Image2D; whole numbers at voxel centres.
struct SlicePoint {
    double x = 0, y = 0;
    bool operator==(const SlicePoint&) const = default;
};

enum class LineStyle { Solid, Dashed };

struct Polyline {
    std::vector<SlicePoint> points;
    bool closed = false;
    labels::Color color{255, 255, 255};
    LineStyle style = LineStyle::Solid;
    bool operator==(const Polyline&) const = default;
};

/// A short text beside a point, such as why the brush does nothing here. Translated by the caller, UTF-8.
struct Note {
    SlicePoint at;
    std::string text;
    bool operator==(const Note&) const = default;
};

struct Graphics {
    std::vector<Polyline> lines;
    std::optional<Note> note;
    bool operator==(const Graphics&) const = default;
};

}  // namespace protolabel::viewer
