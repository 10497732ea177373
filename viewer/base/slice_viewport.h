#pragma once

#include <array>

#include "viewer/base/graphics.h"
#include "viewer/base/view_plane.h"

namespace protolabel::viewer {

struct Pixel {
    double x = 0, y = 0;  ///< device pixels from the top left corner; pixel n covers [n, n + 1)
};

/// Zoom and pan of one slice view: which voxel lies under which pixel. Both axes have the same scale in mm.
class SliceViewport {
public:
    SliceViewport() = default;
    explicit SliceViewport(const ViewPlane& plane) : plane_(plane) { fit(); }

    const ViewPlane& plane() const { return plane_; }
    int width() const { return width_; }
    int height() const { return height_; }
    double pixelsPerMm() const { return scale_; }

    /// Device pixels. A view that was fitted stays fitted; otherwise scale and centre stay.
    void resize(int width, int height);
    void fit();                                     ///< the whole slice with a narrow margin
    void zoom(double factor, const Pixel& anchor);  ///< what is under `anchor` stays there
    void pan(double dx, double dy);  ///< moves the picture by device pixels; its centre never leaves the view
    void centreOn(const imaging::Vec3& voxel);

    /// Continuous index at a pixel; the component along the slice axis is `slice`.
    imaging::Vec3 toVoxel(const Pixel& pixel, int slice) const;
    Pixel toPixel(const imaging::Vec3& voxel) const;
    Pixel toPixel(const SlicePoint& point) const;
    bool contains(const imaging::Vec3& voxel) const;  ///< within the outer faces of the slice's voxels

    /// Texture coordinates for a renderer: (x, y) in voxels of labels::Image2D, first voxel covering [0, 1), as an affine function
    /// of a pixel: x = m[0] px + m[1] py + m[2], y = m[3] px + m[4] py + m[5].
    std::array<double, 6> pixelToImage() const;

private:
    void limit();
    double fittingScale() const;

    ViewPlane plane_;
    int width_ = 1, height_ = 1;
    double scale_ = 1;
    double centreX_ = 0, centreY_ = 0;  ///< mm from the top left corner of the slice to the middle of the view
    bool fitted_ = true;
};

}  // namespace protolabel::viewer
