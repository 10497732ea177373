#include "viewer/scene/overlay_lines.h"

#include <vtkActor2D.h>
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper2D.h>
#include <vtkProperty2D.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <cmath>

namespace protolabel::viewer {

OverlayLines::OverlayLines() {
    lineMapper_->SetInputData(lines_);
    haloMapper_->SetInputData(lines_);
    haloMapper_->ScalarVisibilityOff();
    halo_->SetMapper(haloMapper_);
    halo_->GetProperty()->SetColor(0, 0, 0);
    halo_->GetProperty()->SetOpacity(0.5);
    line_->SetMapper(lineMapper_);
    line_->SetVisibility(false);
    halo_->SetVisibility(false);
}

OverlayLines::~OverlayLines() = default;

void OverlayLines::addTo(vtkRenderer& renderer) {
    renderer.AddActor2D(halo_);
    renderer.AddActor2D(line_);
}

void OverlayLines::clear() {
    segments_.clear();
}

void OverlayLines::addSegment(const Pixel& from, const Pixel& to, labels::Color color) {
    segments_.push_back({from, to, color});
}

void OverlayLines::addPath(const std::vector<Pixel>& points, bool closed, LineStyle style, labels::Color color,
                           double pixelRatio) {
    const std::size_t sides = points.size() < 2 ? 0 : points.size() - (closed ? 0 : 1);
    const double dash = 4 * pixelRatio;
    double walked = 0;  // along the path, so that dashes run on around corners
    for (std::size_t i = 0; i < sides; ++i) {
        const Pixel a = points[i], b = points[(i + 1) % points.size()];
        if (style == LineStyle::Solid) {
            addSegment(a, b, color);
            continue;
        }
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const auto at = [&](double t) { return Pixel{a.x + (b.x - a.x) * t / length, a.y + (b.y - a.y) * t / length}; };
        for (double t = 0; t < length;) {
            const double phase = std::fmod(walked + t, 2 * dash);
            const double end = std::min(length, t + (phase < dash ? dash : 2 * dash) - phase + 1e-6);
            if (phase < dash) addSegment(at(t), at(end), color);
            t = end;
        }
        walked += length;
    }
}

void OverlayLines::show(int viewHeight, double pixelRatio) {
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkUnsignedCharArray> colors;
    colors->SetNumberOfComponents(3);
    for (const auto& segment : segments_) {
        const vtkIdType ends[2] = {points->InsertNextPoint(segment.from.x, viewHeight - segment.from.y, 0),
                                   points->InsertNextPoint(segment.to.x, viewHeight - segment.to.y, 0)};
        cells->InsertNextCell(2, ends);
        const unsigned char rgb[3] = {segment.color.red, segment.color.green, segment.color.blue};
        colors->InsertNextTypedTuple(rgb);
    }
    lines_->SetPoints(points);
    lines_->SetLines(cells);
    lines_->GetCellData()->SetScalars(colors);
    line_->SetVisibility(!segments_.empty());
    halo_->SetVisibility(!segments_.empty());
    line_->GetProperty()->SetLineWidth(static_cast<float>(std::max(1., std::round(pixelRatio))));
    halo_->GetProperty()->SetLineWidth(static_cast<float>(std::max(1., std::round(pixelRatio)) + 2));
}

}  // namespace protolabel::viewer
