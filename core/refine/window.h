#pragma once

#include "core/labels/image2d.h"
#include "core/refine/evidence.h"

/// What is computed per pixel is computed at half the network's resolution, in the part of the slices where the object can be.
namespace protolabel::refine {

/// Pixels of the halved network grid.
struct Window {
    int left = 0, top = 0, width = 0, height = 0;
    std::size_t pixels() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
};

/// The box around the drawn shapes with `margin` pixels to each side, within a grid of width x height. Something is drawn.
Window windowAround(const labels::MaskStack& drawn, int width, int height, int margin);

/// Means of 2 x 2 pixels; sides are even.
labels::Image2D<float> halved(const labels::Mask& mask);
labels::Image2D<float> halved(const SliceStack<Half>& image, int slice);
labels::Image2D<float> halved(const labels::Image2D<float>& image);
/// The part of a slice in the window, not halved.
labels::Mask cutFull(const labels::Mask& mask, const Window& window);
/// The part of a halved slice in the window.
labels::Image2D<float> cut(const labels::Image2D<float>& halved, const Window& window);
/// 1 where the value reaches one half.
labels::Mask cutMask(const labels::Image2D<float>& values);

/// Signed distance of each pixel to the outline, positive inside, in pixels; no farther than `most` (an empty mask: -most everywhere).
labels::Image2D<float> signedDistance(const labels::Mask& mask, float most);

/// Twice as large by bilinear interpolation, the inverse of halved() for what changes linearly.
labels::Image2D<float> doubled(const labels::Image2D<float>& image);

/// Means over (2 radius + 1)^2 pixels; at the borders over those that exist.
labels::Image2D<float> boxMean(const labels::Image2D<float>& image, int radius);

}  // namespace protolabel::refine
