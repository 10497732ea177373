#pragma once

#include <vtkNew.h>

#include <array>

#include "core/imaging/geometry.h"

class vtkActor;
class vtkBillboardTextActor3D;
class vtkPolyData;
class vtkPolyDataMapper;
class vtkRenderer;

namespace protolabel::viewer {

/// What tells where one is in the surface view: the volume's outline, letters on its faces, a cross at the position. Private to the layer.
class SurfaceFrame {
public:
    SurfaceFrame();
    ~SurfaceFrame();
    void addTo(vtkRenderer& renderer);

    void setGeometry(const imaging::Geometry& geometry);
    void setOriented(bool oriented) {
        oriented_ = oriented;
    }  ///< with the next geometry: whether its axes stand for anything
    void setPosition(const imaging::Vec3& voxel);
    void setPixelRatio(double ratio);
    void bounds(double (&bounds)[6]) const;  ///< of the outline, LPS

private:
    imaging::Geometry geometry_;
    bool oriented_ = true;
    vtkNew<vtkPolyData> box_, cross_;
    vtkNew<vtkPolyDataMapper> boxMapper_, crossMapper_;
    vtkNew<vtkActor> boxActor_, crossActor_;
    std::array<vtkNew<vtkBillboardTextActor3D>, 6> letters_;
};

}  // namespace protolabel::viewer
