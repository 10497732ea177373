#pragma once

#include "core/refine/evidence.h"
#include "core/refine/window.h"

namespace protolabel::refine {

/// Where the object is likely to be, by the finished shapes of other volumes. Each is laid over the drawn slices: moved, scaled in plane to the
/// area of the largest drawn shape and stretched across slices so that it covers the drawn shapes best and keeps clear of the slices that were
/// found empty. The five that fit best vote.
class ShapePrior {
public:
    /// Nothing finished or nothing but empty slices drawn: no votes.
    ShapePrior(const labels::MaskStack& drawn, int slices, double sliceSpacing, const Window& window,
               const std::vector<FinishedShape>& finished);

    /// Share of the votes, 0 to 1, for each pixel of the window; one half everywhere where nobody votes.
    labels::Image2D<float> votes(int slice) const;

private:
    struct Fit {
        const std::vector<labels::Mask>* shape = nullptr;  ///< halved, all slices
        double fit = -1;
        double slice = 0, reference = 0, perSlice = 1;  ///< shape's slice = slice + perSlice (z - reference)
        double scale = 1;                               ///< shape's pixels per pixel
        double x = 0, y = 0, shapeX = 0, shapeY = 0;    ///< centroids that are laid upon each other
        /// The shape's value at a pixel of the window on slice z.
        bool covers(int px, int py, int z) const;
    };
    Fit bestFit(const std::vector<labels::Mask>& shape, double spacingRatio) const;
    double fitOf(const Fit& fit) const;

    Window window_;
    int slices_;
    std::map<int, labels::Mask> drawn_;              ///< in the window
    int reference_ = 0;                              ///< the largest drawn one
    std::vector<std::vector<labels::Mask>> shapes_;  ///< of finished, halved
    std::vector<Fit> fits_;
};

}  // namespace protolabel::refine
