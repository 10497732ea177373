#pragma once

#include <vtkNew.h>

#include <array>
#include <optional>

#include "viewer/base/graphics.h"
#include "viewer/base/slice_viewport.h"
#include "viewer/scene/overlay_lines.h"

class vtkTextActor;

namespace protolabel::viewer {

/// Lines and texts over a slice: orientation letters, slice number, scale bar, crosshair, what the tool draws. Private to the layer.
class SliceOverlay {
public:
    SliceOverlay();
    ~SliceOverlay();
    void addTo(vtkRenderer& renderer);

    struct State {
        bool empty = true;  ///< no volume
        SliceViewport viewport;
        int slice = 0;
        double pixelRatio = 1;
        bool annotations = true;                 ///< letters, slice number, caption, scale bar
        std::string caption;                     ///< under the slice number
        std::optional<imaging::Vec3> crosshair;  ///< voxel
        Graphics graphics;
    };
    void show(const State& state);

private:
    void showTexts(const State& state);
    void showLines(const State& state);

    enum Text { Left, Right, Top, Bottom, Slice, Caption, Scale, Hint, kTexts };
    std::array<vtkNew<vtkTextActor>, kTexts> texts_;
    OverlayLines lines_;
};

}  // namespace protolabel::viewer
