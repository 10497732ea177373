#pragma once

#include "core/labels/brush.h"
#include "core/labels/image2d.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

/// mm between neighbouring pixels of a slice.
struct PixelSize {
    double x = 1, y = 1;
};

/// An outline in a slice as its signed distance in mm, positive inside, with the measures that place it.
class PlanarShape {
public:
    /// Of pixels (i = x, j = y) of which there is at least one.
    PlanarShape(const VoxelRuns& pixels, PixelSize pixel);

    Point2 centroid() const { return centroid_; }  ///< mm
    double area() const { return area_; }          ///< mm^2
    double depth() const { return depth_; }        ///< the largest distance
    /// Corners of the box around its pixels, mm.
    Point2 lower() const { return {left_ * pixel_.x, top_ * pixel_.y}; }
    Point2 upper() const {
        return {(left_ + distance_.width - 1) * pixel_.x, (top_ + distance_.height - 1) * pixel_.y};
    }

    /// At a point in mm, interpolated linearly.
    double distance(Point2 point) const;

private:
    PixelSize pixel_;
    int left_ = 0, top_ = 0;   ///< pixel of the slice at distance_(0, 0)
    Image2D<float> distance_;  ///< around the shape, with one pixel to spare
    Point2 centroid_;
    double area_ = 0;
    double depth_ = 0;
};

}  // namespace protolabel::labels
