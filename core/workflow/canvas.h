#pragma once

#include <string>

#include "core/labels/image2d.h"
#include "core/labels/label_table.h"

namespace protolabel::workflow {

enum class Align { Left, Centre, Right };

/// A white picture to draw charts on. Coordinates are pixels, y downwards; what lies outside is not drawn. Edges are smooth. The font is its own
/// (printable ASCII; other bytes become '?'), so that neither a display nor fonts are needed and the result is the same everywhere.
class Canvas {
public:
    Canvas(int width, int height) : image_(width, height, {255, 255, 255}) {}

    void line(double x0, double y0, double x1, double y1, labels::Color color, double width = 1.5);
    void disc(double x, double y, double radius, labels::Color color);
    void rectangle(double x0, double y0, double x1, double y1, labels::Color color, double opacity = 1);
    /// `y` is the middle of the line of text.
    void text(double x, double y, const std::string& text, Align align = Align::Left,
              labels::Color color = {60, 60, 60});
    /// Upwards, centred on (x, y).
    void uprightText(double x, double y, const std::string& text);
    static int widthOf(const std::string& text);

    const labels::Image2D<labels::Color>& image() const { return image_; }

private:
    void mix(int x, int y, labels::Color color, double share);
    /// Mixes `color` in by how much of each pixel is within `radius` of the segment.
    void stroke(double x0, double y0, double x1, double y1, double radius, labels::Color color);

    labels::Image2D<labels::Color> image_;
};

}  // namespace protolabel::workflow
