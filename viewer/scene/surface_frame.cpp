#include "viewer/scene/surface_frame.h"

#include <vtkActor.h>
#include <vtkBillboardTextActor3D.h>
#include <vtkCellArray.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTextProperty.h>

#include <cmath>
#include <utility>
#include <vector>

#include "viewer/base/view_plane.h"

namespace protolabel::viewer {

namespace {

constexpr double kLetterSize = 14;  // pixels of the desktop's scale

using Segments = std::vector<std::pair<imaging::Vec3, imaging::Vec3>>;  // indices

void setLines(vtkPolyData& data, const imaging::Geometry& geometry, const Segments& segments) {
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> lines;
    for (const auto& [from, to] : segments) {
        const vtkIdType ends[2] = {points->InsertNextPoint(imaging::toWorld(geometry, from).data()),
                                   points->InsertNextPoint(imaging::toWorld(geometry, to).data())};
        lines->InsertNextCell(2, ends);
    }
    data.SetPoints(points);
    data.SetLines(lines);
}

/// Outer faces of the first and the last voxel.
double face(const imaging::Geometry& geometry, int axis, int side) {
    return side == 0 ? -0.5 : static_cast<double>(geometry.size[axis]) - 0.5;
}

}  // namespace

SurfaceFrame::SurfaceFrame() {
    boxMapper_->SetInputData(box_);
    crossMapper_->SetInputData(cross_);
    boxActor_->SetMapper(boxMapper_);
    crossActor_->SetMapper(crossMapper_);
    boxActor_->GetProperty()->SetColor(0.45, 0.47, 0.5);
    crossActor_->GetProperty()->SetColor(0.35, 0.75, 1);
    for (auto* actor : {boxActor_.Get(), crossActor_.Get()}) {
        actor->GetProperty()->LightingOff();
        actor->PickableOff();
    }
    for (auto& letter : letters_) {
        letter->GetTextProperty()->SetColor(0.95, 0.95, 0.95);
        letter->GetTextProperty()->SetBold(true);
        letter->GetTextProperty()->SetShadow(true);
        letter->GetTextProperty()->SetJustificationToCentered();
        letter->GetTextProperty()->SetVerticalJustificationToCentered();
        letter->PickableOff();
    }
    setPixelRatio(1);
}

SurfaceFrame::~SurfaceFrame() = default;

void SurfaceFrame::addTo(vtkRenderer& renderer) {
    renderer.AddActor(boxActor_);
    renderer.AddActor(crossActor_);
    for (auto& letter : letters_) renderer.AddActor(letter);
}

void SurfaceFrame::setGeometry(const imaging::Geometry& geometry) {
    geometry_ = geometry;
    Segments edges;
    for (int axis = 0; axis < 3; ++axis) {
        const int b = (axis + 1) % 3, c = (axis + 2) % 3;
        for (int corner = 0; corner < 4; ++corner) {
            imaging::Vec3 from;
            from[axis] = face(geometry, axis, 0);
            from[b] = face(geometry, b, corner & 1);
            from[c] = face(geometry, c, corner >> 1);
            imaging::Vec3 to = from;
            to[axis] = face(geometry, axis, 1);
            edges.emplace_back(from, to);
        }
        for (int side = 0; side < 2; ++side) {
            imaging::Vec3 middle, outwards = geometry.direction[axis];
            for (int a = 0; a < 3; ++a) middle[a] = (static_cast<double>(geometry.size[a]) - 1) / 2;
            middle[axis] = face(geometry, axis, side);
            if (side == 0)
                for (double& component : outwards) component = -component;
            const int number = 2 * axis + side;
            auto& letter = letters_[static_cast<std::size_t>(number)];
            letter->SetInput(oriented_ ? directionLetters(outwards).c_str() : "?");
            letter->SetPosition(imaging::toWorld(geometry, middle).data());
        }
    }
    setLines(*box_, geometry, edges);
}

void SurfaceFrame::setPosition(const imaging::Vec3& voxel) {
    Segments lines;
    for (int axis = 0; axis < 3; ++axis) {
        imaging::Vec3 from = voxel, to = voxel;
        from[axis] = face(geometry_, axis, 0);
        to[axis] = face(geometry_, axis, 1);
        lines.emplace_back(from, to);
    }
    setLines(*cross_, geometry_, lines);
}

void SurfaceFrame::setPixelRatio(double ratio) {
    for (auto& letter : letters_)
        letter->GetTextProperty()->SetFontSize(static_cast<int>(std::lround(kLetterSize * ratio)));
    boxActor_->GetProperty()->SetLineWidth(static_cast<float>(ratio));
    crossActor_->GetProperty()->SetLineWidth(static_cast<float>(ratio));
}

void SurfaceFrame::bounds(double (&bounds)[6]) const {
    box_->GetPoints()->GetBounds(bounds);
}

}  // namespace protolabel::viewer
