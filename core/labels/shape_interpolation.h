#pragma once

#include <optional>
#include <vector>

#include "core/labels/components.h"
#include "core/labels/planar_shape.h"
#include "core/labels/shape_matching.h"

namespace protolabel::labels {

/// The slices of one object between some that are drawn.
///
/// Connected parts of consecutive drawn slices are matched (matchParts). Of each match the place, the size and the shape are interpolated
/// apart, so that contours which do not overlap move from one to the other:
///   centroid: linearly; area A: a cubic through the two slices whose slopes are those of parabolas through three (Bessel's; an ellipsoid's
///   areas are a parabola), within the smaller and 1.5 times the larger of the two; shape: the signed distances, each scaled by sqrt(A)
///   about its centroid, mixed linearly (Raya and Udupa, IEEE TMI 9:32, 1990), cut at the level that encloses the area A.
/// A part without a partner shrinks and is gone half way.
class ShapeInterpolation {
public:
    /// `drawn`: complete slices of one size; an empty mask says that the object is not there.
    ShapeInterpolation(const MaskStack& drawn, PixelSize pixel);

    /// How deep in mm each pixel of the slice lies inside; 0 or less: outside. The slice lies strictly between two drawn ones.
    Image2D<float> depth(int slice) const;

private:
    /// One match between the drawn slices from and to.
    struct Span {
        PartMatch parts;
        std::vector<PlanarShape> shapes;           ///< of `from` and of `to`; only one where the parts end
        std::optional<double> slopeFrom, slopeTo;  ///< of the area, mm^2 per slice
    };
    struct Interval {
        int from = 0, to = 0;
        std::vector<Span> spans;
    };

    void render(const Interval& interval, const Span& span, double t, Image2D<float>& depth) const;
    void renderEnding(const Span& span, double t, Image2D<float>& depth) const;
    void setSlopes();

    PixelSize pixel_;
    int width_ = 0, height_ = 0;
    std::vector<Interval> intervals_;
};

}  // namespace protolabel::labels
