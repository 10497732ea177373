#pragma once

#include <optional>
#include <utility>

#include "core/base/slice_stack.h"
#include "core/imaging/volume.h"
#include "core/labels/image2d.h"

namespace protolabel::imaging {

inline constexpr int kNetworkSize = 256;

/// How the slices of one volume map to the network's square grid and back: in-plane anisotropy is removed, the longer side
/// (in mm) is scaled to `size` pixels, the shorter side is centred and padded. A slice that is already size x size
/// with equal spacings maps to itself exactly.
class NetworkGrid {
public:
    NetworkGrid(const Geometry& geometry, int axis, int size = kNetworkSize);

    /// Where the centre of a native column or row lies, as a network coordinate (0: the centre of the first pixel).
    double column(double x) const { return (x + 0.5) / xScale_ + xOffset_ - 0.5; }
    double row(double y) const { return (y + 0.5) / yScale_ + yOffset_ - 0.5; }
    /// Whether native pixels are smaller than the network's in any direction.
    bool isCoarser() const { return xScale_ > 1 || yScale_ > 1; }

    const SliceLayout& layout() const { return layout_; }
    int size() const { return size_; }
    double pixelSpacing() const { return pixelSpacing_; }  ///< mm per network pixel

    /// A drawn mask on the network grid, area-averaged where the grid gets coarser, then >= 0.5. A mask that is not empty
    /// stays not empty (its strongest pixel is kept).
    labels::Mask toNetwork(const labels::Mask& native) const;

    /// The exact inverse for masks: probabilities are interpolated bilinearly at each native pixel centre and cut at 0.5.
    /// Where the grids are identical the result equals `probability >= 128`.
    labels::Mask toNative(const labels::ProbabilitySlice& probability) const;

    /// Label ids on the network grid by nearest neighbour; 0 in the padding.
    labels::LabelSlice toNetwork(const labels::LabelSlice& native) const;

private:
    friend SliceStack<Half> prepare(const Volume&, int, std::optional<std::pair<double, double>>, int);
    friend SliceStack<float> unclipped(const Volume&, int, int);
    labels::Image2D<float> resample(const labels::Image2D<float>& native, float padding) const;

    SliceLayout layout_;
    int size_;
    double pixelSpacing_;
    double xScale_, yScale_;    ///< native pixels per network pixel
    double xOffset_, yOffset_;  ///< network coordinate of the native slice's left and top edge
};

/// The prepared volume (methods.md, Notation): intensities clipped, z-scored over all native voxels, resampled slice by slice.
/// Padding has the smallest value. A constant volume becomes all zeros.
SliceStack<Half> prepare(const Volume& volume, int axis, std::optional<std::pair<double, double>> window = {},
                         int size = kNetworkSize);

/// The same intensities in the volume's own pixels: slices of the layout's width and height.
SliceStack<Half> scaled(const Volume& volume, int axis, std::optional<std::pair<double, double>> window = {});

/// The same grid without clipping or scaling: the input of supervoxels. Padding has the smallest value.
SliceStack<float> unclipped(const Volume& volume, int axis, int size = kNetworkSize);

}  // namespace protolabel::imaging
