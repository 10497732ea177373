#include "viewer/scene/slice_overlay.h"

#include <vtkRenderer.h>
#include <vtkTextActor.h>
#include <vtkTextProperty.h>

#include <algorithm>
#include <cmath>

#include "viewer/base/scale_bar.h"

namespace protolabel::viewer {

namespace {

// In pixels of the desktop's scale.
constexpr double kTextSize = 14;
constexpr double kMargin = 8;
constexpr double kCrosshairGap = 10;    // around the position, which stays visible
constexpr double kCrosshairInset = 30;  // from the edges, where the letters are
constexpr double kScaleBarShare = 0.3;  // of the view's width, at most
constexpr labels::Color kCrosshairColor{90, 190, 255};
constexpr labels::Color kScaleColor{230, 230, 230};

/// The middle of the pixel that a point is in: lines of one pixel are crisp there.
Pixel middle(const Pixel& p) {
    return {std::floor(p.x) + 0.5, std::floor(p.y) + 0.5};
}

}  // namespace

SliceOverlay::SliceOverlay() {
    for (auto& text : texts_) {
        auto* property = text->GetTextProperty();
        property->SetColor(0.95, 0.95, 0.95);
        property->SetShadow(true);
        property->SetJustificationToCentered();
        property->SetVerticalJustificationToCentered();
    }
    for (const Text text : {Left, Right, Top, Bottom, Slice, Caption, Scale}) {  // readable on bright pictures too
        auto* property = texts_[text]->GetTextProperty();
        property->SetBold(text <= Bottom);
        property->SetBackgroundColor(0, 0, 0);
        property->SetBackgroundOpacity(0.45);
    }
    texts_[Left]->GetTextProperty()->SetJustificationToLeft();
    texts_[Right]->GetTextProperty()->SetJustificationToRight();
    texts_[Top]->GetTextProperty()->SetVerticalJustificationToTop();
    texts_[Bottom]->GetTextProperty()->SetVerticalJustificationToBottom();
    for (const Text text : {Slice, Caption}) {
        texts_[text]->GetTextProperty()->SetJustificationToLeft();
        texts_[text]->GetTextProperty()->SetVerticalJustificationToTop();
    }
    texts_[Scale]->GetTextProperty()->SetVerticalJustificationToBottom();
    auto* hint = texts_[Hint]->GetTextProperty();
    hint->SetJustificationToLeft();
    hint->SetVerticalJustificationToTop();
    hint->SetColor(0.1, 0.1, 0.1);
    hint->SetShadow(false);
    hint->SetBackgroundColor(1, 0.87, 0.5);
    hint->SetBackgroundOpacity(0.95);
}

SliceOverlay::~SliceOverlay() = default;

void SliceOverlay::addTo(vtkRenderer& renderer) {
    lines_.addTo(renderer);
    for (auto& text : texts_) renderer.AddActor2D(text);
}

void SliceOverlay::show(const State& state) {
    showTexts(state);
    showLines(state);
}

void SliceOverlay::showTexts(const State& state) {
    const ViewPlane& plane = state.viewport.plane();
    const double width = state.viewport.width(), height = state.viewport.height();
    const double margin = kMargin * state.pixelRatio;
    const auto put = [&](Text which, const std::string& text, double x, double y) {
        texts_[which]->SetInput(text.c_str());
        texts_[which]->SetVisibility(!text.empty());
        texts_[which]->SetPosition(std::floor(x), std::floor(height - y));
        texts_[which]->GetTextProperty()->SetFontSize(static_cast<int>(std::lround(kTextSize * state.pixelRatio)));
    };
    const auto shown = [&](const std::string& text) {
        return state.annotations && !state.empty ? text : std::string();
    };
    const auto padded = [&](const std::string& text) { return text.empty() ? text : shown(" " + text + " "); };
    put(Left, padded(plane.left), margin, height / 2);
    put(Right, padded(plane.right), width - margin, height / 2);
    put(Top, padded(plane.top), width / 2, margin);
    put(Bottom, padded(plane.bottom), width / 2, height - margin);
    put(Slice, padded(std::to_string(state.slice) + " (0\u2013" + std::to_string(plane.slices - 1) + ")"), margin,
        margin);
    put(Caption, padded(state.caption), margin, margin + 1.5 * kTextSize * state.pixelRatio);
    const ScaleBar bar = scaleBar(state.viewport.pixelsPerMm(), kScaleBarShare * width);
    put(Scale, padded(bar.text), margin + bar.pixels / 2, height - 1.75 * margin);
    put(Hint, "", 0, 0);
    if (const auto& note = state.graphics.note) {
        const Pixel at = state.viewport.toPixel(note->at);
        put(Hint, " " + note->text + " ", at.x + 1.5 * margin, at.y + 1.5 * margin);
    }
}

void SliceOverlay::showLines(const State& state) {
    const SliceViewport& view = state.viewport;
    const double ratio = state.pixelRatio;
    lines_.clear();
    if (state.empty) return lines_.show(view.height(), ratio);
    if (state.crosshair) {
        const Pixel at = middle(view.toPixel(*state.crosshair));
        const double gap = kCrosshairGap * ratio;
        const double inset = kCrosshairInset * ratio, right = view.width() - inset, bottom = view.height() - inset;
        const auto add = [&](const Pixel& from, const Pixel& to) {
            if (from.x < to.x || from.y < to.y) lines_.addSegment(from, to, kCrosshairColor);
        };
        add({inset, at.y}, {std::min(right, at.x - gap), at.y});
        add({std::max(inset, at.x + gap), at.y}, {right, at.y});
        add({at.x, inset}, {at.x, std::min(bottom, at.y - gap)});
        add({at.x, std::max(inset, at.y + gap)}, {at.x, bottom});
    }
    if (state.annotations) {
        const ScaleBar bar = scaleBar(view.pixelsPerMm(), kScaleBarShare * view.width());
        const double tick = 4 * ratio;
        const Pixel from = middle({kMargin * ratio, view.height() - kMargin * ratio});
        const Pixel to{from.x + bar.pixels, from.y};
        lines_.addSegment(from, to, kScaleColor);
        for (const Pixel& end : {from, to})
            lines_.addSegment({end.x, end.y - tick}, {end.x, end.y + tick}, kScaleColor);
    }
    for (const auto& line : state.graphics.lines) {
        std::vector<Pixel> points;
        for (const auto& point : line.points) points.push_back(view.toPixel(point));
        lines_.addPath(points, line.closed, line.style, line.color, ratio);
    }
    lines_.show(view.height(), ratio);
}

}  // namespace protolabel::viewer
