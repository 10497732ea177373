#pragma once

#include "tests/viewer/qtvtk/window.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::test {

/// A viewer that shows a cube of 48 voxels a side with values i + 2 j + 3 k; one row of three slice views of 500 x 500 pixels, in which
/// voxel n begins at pixel 10 + 10 n. Axial (axis 2), sagittal (0), coronal (1).
struct ViewerWindow {
    ViewerWindow() {
        startApplication();
        viewer = std::make_unique<viewer::ViewerWidget>();
        viewer->setViewLayout(viewer::ViewLayout::SideBySide);
        viewer->resize(1508, 504);  // gaps of 2 between and around the views
        viewer->setVolume(makeVolume(cube(), [](int i, int j, int k) { return i + 2 * j + 3 * k; }));
        showAndPaint(*viewer);
    }
    viewer::RenderWidget& view(int n) { return viewer->renderWidget(n); }
    std::unique_ptr<viewer::ViewerWidget> viewer;
};

/// The middle of a voxel in a fitted view whose axes are not reversed.
inline QPointF over(int right, int down) {
    return {10. + 10 * right + 5, 10. + 10 * down + 5};
}

}  // namespace protolabel::test
