#include "core/workflow/canvas.h"

#include <algorithm>
#include <cmath>

#include "core/workflow/glyphs.h"

namespace protolabel::workflow {

namespace {

using labels::Color;
using Shape = labels::Image2D<std::uint8_t>;

constexpr int kScale = 2;  // pixels per glyph cell
constexpr int kAdvance = (kGlyphWidth + 1) * kScale;

Shape glyph(char character) {
    const int code = static_cast<unsigned char>(character);
    const auto& columns = kGlyphs[static_cast<std::size_t>(code < ' ' || code > '~' ? '?' - ' ' : code - ' ')];
    Shape shape(kGlyphWidth, kGlyphHeight);
    for (int y = 0; y < kGlyphHeight; ++y)
        for (int x = 0; x < kGlyphWidth; ++x) shape.at(x, y) = columns[static_cast<std::size_t>(x)] >> y & 1;
    return shape;
}

/// Twice the size with corners rounded off: the EPX rule.
Shape doubled(const Shape& shape) {
    const auto at = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < shape.width && y < shape.height ? shape.at(x, y) : std::uint8_t{0};
    };
    Shape result(2 * shape.width, 2 * shape.height);
    for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x) {
            const auto here = at(x, y), up = at(x, y - 1), down = at(x, y + 1), left = at(x - 1, y),
                       right = at(x + 1, y);
            const bool corner = up != down && left != right;
            result.at(2 * x, 2 * y) = corner && left == up ? left : here;
            result.at(2 * x + 1, 2 * y) = corner && up == right ? right : here;
            result.at(2 * x, 2 * y + 1) = corner && left == down ? left : here;
            result.at(2 * x + 1, 2 * y + 1) = corner && down == right ? right : here;
        }
    return result;
}

/// How much of each pixel a character covers, 0..4 quarters, at kScale.
Shape rendered(char character) {
    const auto fine = doubled(doubled(glyph(character)));
    Shape result(fine.width / 2, fine.height / 2);
    for (int y = 0; y < fine.height; ++y)
        for (int x = 0; x < fine.width; ++x) result.at(x / 2, y / 2) += fine.at(x, y);
    return result;
}

}  // namespace

void Canvas::mix(int x, int y, Color color, double share) {
    if (x < 0 || y < 0 || x >= image_.width || y >= image_.height) return;
    auto& pixel = image_.at(x, y);
    const auto blend = [&](std::uint8_t under, std::uint8_t over) {
        return static_cast<std::uint8_t>(std::lround(under * (1 - share) + over * share));
    };
    pixel = {blend(pixel.red, color.red), blend(pixel.green, color.green), blend(pixel.blue, color.blue)};
}

void Canvas::stroke(double x0, double y0, double x1, double y1, double radius, Color color) {
    const auto low = [&](double a, double b) { return static_cast<int>(std::floor(std::min(a, b) - radius - 1)); };
    const auto high = [&](double a, double b) { return static_cast<int>(std::ceil(std::max(a, b) + radius + 1)); };
    const double dx = x1 - x0, dy = y1 - y0, squared = dx * dx + dy * dy;
    for (int y = std::max(0, low(y0, y1)); y <= std::min(image_.height - 1, high(y0, y1)); ++y)
        for (int x = std::max(0, low(x0, x1)); x <= std::min(image_.width - 1, high(x0, x1)); ++x) {
            const double px = x + 0.5 - x0, py = y + 0.5 - y0;
            const double along = squared > 0 ? std::clamp((px * dx + py * dy) / squared, 0.0, 1.0) : 0;
            const double away = std::hypot(px - along * dx, py - along * dy);
            const double share = std::clamp(radius + 0.5 - away, 0.0, 1.0);
            if (share > 0) mix(x, y, color, share);
        }
}

void Canvas::line(double x0, double y0, double x1, double y1, Color color, double width) {
    stroke(x0, y0, x1, y1, width / 2, color);
}

void Canvas::disc(double x, double y, double radius, Color color) {
    stroke(x, y, x, y, radius, color);
}

void Canvas::rectangle(double x0, double y0, double x1, double y1, Color color, double opacity) {
    for (int y = static_cast<int>(std::lround(y0)); y < std::lround(y1); ++y)
        for (int x = static_cast<int>(std::lround(x0)); x < std::lround(x1); ++x) mix(x, y, color, opacity);
}

int Canvas::widthOf(const std::string& text) {
    return static_cast<int>(text.size()) * kAdvance;
}

void Canvas::text(double x, double y, const std::string& text, Align align, Color color) {
    const double width = widthOf(text);
    int left = static_cast<int>(std::lround(align == Align::Left     ? x
                                            : align == Align::Centre ? x - width / 2
                                                                     : x - width));
    const int top = static_cast<int>(std::lround(y - 7 * kScale / 2.0));
    for (const char character : text) {
        const auto shape = rendered(character);
        for (int v = 0; v < shape.height; ++v)
            for (int u = 0; u < shape.width; ++u)
                if (shape.at(u, v) > 0) mix(left + u, top + v, color, shape.at(u, v) / 4.0);
        left += kAdvance;
    }
}

void Canvas::uprightText(double x, double y, const std::string& text) {
    Canvas flat(widthOf(text), kGlyphHeight * kScale);
    flat.text(0, 7 * kScale / 2.0, text);
    const int left = static_cast<int>(std::lround(x - flat.image_.height / 2.0));
    const int bottom = static_cast<int>(std::lround(y + flat.image_.width / 2.0));
    for (int v = 0; v < flat.image_.height; ++v)
        for (int u = 0; u < flat.image_.width; ++u)
            if (const auto color = flat.image_.at(u, v); color != Color{255, 255, 255})
                mix(left + v, bottom - u, color, 1);
}

}  // namespace protolabel::workflow
