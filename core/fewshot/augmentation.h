#pragma once

#include "core/fewshot/episode_random.h"
#include "core/labels/image2d.h"

namespace protolabel::fewshot {

using FloatImage = labels::Image2D<float>;

/// Intensities to the power `gamma` over their own range: min + range * ((v - min) / range)^gamma.
void applyGamma(FloatImage& image, double gamma);

/// x' = a x + b y + c, y' = d x + e y + f, in pixels.
struct Affine {
    double a = 1, b = 0, c = 0, d = 0, e = 1, f = 0;
};
/// The map from output to input pixels for an output that is the input scaled, sheared (angles in degrees) and rotated
/// about its centre, then shifted (pixels). Throws nothing; `scale` > 0 and |shear| < 90.
Affine inverseAffine(int width, int height, double rotation, double shiftX, double shiftY, double shear, double scale);

/// Where each output pixel is taken from.
struct Warp {
    FloatImage x, y;
};

/// methods.md, Training: rotation and shear up to 5 degrees, shift up to 5 pixels, scale 0.9..1.2, then an elastic
/// displacement (uniform noise in -1..1 smoothed by a Gaussian of sigma 5, times 10 pixels).
Warp randomWarp(int width, int height, EpisodeRandom& random);

/// Bilinear; beyond the border the nearest pixel counts.
FloatImage warped(const FloatImage& image, const Warp& warp);

/// Smoothed with a Gaussian cut at 2 sigma; reflected at the border (the border pixel itself once).
FloatImage smoothed(const FloatImage& image, double sigma);

}  // namespace protolabel::fewshot
