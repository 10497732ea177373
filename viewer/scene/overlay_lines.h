#pragma once

#include <vtkNew.h>

#include <vector>

#include "core/labels/label_table.h"
#include "viewer/base/slice_viewport.h"

class vtkActor2D;
class vtkPolyData;
class vtkPolyDataMapper2D;
class vtkRenderer;

namespace protolabel::viewer {

/// Lines over the picture in device pixels, each on a wider dark line so that it is seen on any ground. Private to the layer.
class OverlayLines {
public:
    OverlayLines();
    ~OverlayLines();
    void addTo(vtkRenderer& renderer);

    void clear();
    void addSegment(const Pixel& from, const Pixel& to, labels::Color color);
    /// The points joined; dashes of 4 pixels where asked for.
    void addPath(const std::vector<Pixel>& points, bool closed, LineStyle style, labels::Color color,
                 double pixelRatio);
    /// Makes what was added visible. Pixels count from the top of a view of this height.
    void show(int viewHeight, double pixelRatio);

private:
    struct Segment {
        Pixel from, to;
        labels::Color color;
    };
    std::vector<Segment> segments_;
    vtkNew<vtkPolyData> lines_;
    vtkNew<vtkPolyDataMapper2D> lineMapper_, haloMapper_;
    vtkNew<vtkActor2D> line_, halo_;
};

}  // namespace protolabel::viewer
