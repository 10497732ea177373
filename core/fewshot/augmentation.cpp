#include "core/fewshot/augmentation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace protolabel::fewshot {

namespace {

constexpr double kRotation = 5, kShift = 5, kShear = 5;  // degrees, pixels, degrees: up to this either way
constexpr double kSmallestScale = 0.9, kLargestScale = 1.2;
constexpr double kElasticAlpha = 10, kElasticSigma = 5;  // pixels

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

FloatImage transposed(const FloatImage& image) {
    FloatImage result(image.height, image.width);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) result.at(y, x) = image.at(x, y);
    return result;
}

/// Each row convolved with a symmetric kernel of odd length.
FloatImage convolvedRows(const FloatImage& image, const std::vector<float>& kernel) {
    const int radius = static_cast<int>(kernel.size()) / 2;
    const int width = image.width;
    const auto reflected = [width](int x) {
        const int period = std::max(1, 2 * (width - 1));
        x = std::abs(x) % period;
        return x < width ? x : period - x;
    };
    FloatImage result(width, image.height);
    std::vector<float> row(width + 2 * radius);
    for (int y = 0; y < image.height; ++y) {
        for (int x = -radius; x < width + radius; ++x) row[x + radius] = image.at(reflected(x), y);
        float* out = &result.at(0, y);
        for (std::size_t k = 0; k < kernel.size(); ++k)
            for (int x = 0; x < width; ++x) out[x] += kernel[k] * row[x + k];
    }
    return result;
}

FloatImage displacement(int width, int height, EpisodeRandom& random) {
    FloatImage noise(width, height);
    for (auto& value : noise.pixels) value = static_cast<float>(kElasticAlpha * random.uniform(-1, 1));
    return smoothed(noise, kElasticSigma);
}

}  // namespace

void applyGamma(FloatImage& image, double gamma) {
    const auto [low, high] = std::minmax_element(image.pixels.begin(), image.pixels.end());
    const float smallest = *low, range = *high - *low;
    if (!(range > 0)) return;
    for (auto& value : image.pixels)
        value = smallest + range * std::pow((value - smallest) / range, static_cast<float>(gamma));
}

Affine inverseAffine(int width, int height, double rotation, double shiftX, double shiftY, double shear, double scale) {
    const double cosine = std::cos(radians(rotation)), sine = std::sin(radians(rotation));
    const double slant = std::sin(radians(shear)), squeeze = std::cos(radians(shear));
    // Forward about the centre: rotation * [1 -slant; 0 squeeze] * scale.
    const double m00 = scale * cosine, m01 = scale * (-cosine * slant - sine * squeeze);
    const double m10 = scale * sine, m11 = scale * (-sine * slant + cosine * squeeze);
    const double determinant = m00 * m11 - m01 * m10;
    Affine inverse{m11 / determinant, -m01 / determinant, 0, -m10 / determinant, m00 / determinant, 0};
    const double centreX = (width - 1) / 2.0, centreY = (height - 1) / 2.0;
    const double x = centreX + shiftX, y = centreY + shiftY;
    inverse.c = centreX - (inverse.a * x + inverse.b * y);
    inverse.f = centreY - (inverse.d * x + inverse.e * y);
    return inverse;
}

Warp randomWarp(int width, int height, EpisodeRandom& random) {
    const double rotation = random.uniform(-kRotation, kRotation);
    const double shiftX = random.uniform(-kShift, kShift), shiftY = random.uniform(-kShift, kShift);
    const double shear = random.uniform(-kShear, kShear);
    const double scale = random.uniform(kSmallestScale, kLargestScale);
    const Affine affine = inverseAffine(width, height, rotation, shiftX, shiftY, shear, scale);
    const FloatImage dx = displacement(width, height, random), dy = displacement(width, height, random);
    Warp warp{FloatImage(width, height), FloatImage(width, height)};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double ex = x + dx.at(x, y), ey = y + dy.at(x, y);
            warp.x.at(x, y) = static_cast<float>(affine.a * ex + affine.b * ey + affine.c);
            warp.y.at(x, y) = static_cast<float>(affine.d * ex + affine.e * ey + affine.f);
        }
    return warp;
}

FloatImage warped(const FloatImage& image, const Warp& warp) {
    FloatImage result(warp.x.width, warp.x.height);
    const float right = static_cast<float>(image.width - 1), bottom = static_cast<float>(image.height - 1);
    for (std::size_t i = 0; i < result.pixels.size(); ++i) {
        const float x = std::clamp(warp.x.pixels[i], 0.f, right), y = std::clamp(warp.y.pixels[i], 0.f, bottom);
        const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
        const int x1 = std::min(x0 + 1, image.width - 1), y1 = std::min(y0 + 1, image.height - 1);
        const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
        const float top = (1 - fx) * image.at(x0, y0) + fx * image.at(x1, y0);
        const float below = (1 - fx) * image.at(x0, y1) + fx * image.at(x1, y1);
        result.pixels[i] = (1 - fy) * top + fy * below;
    }
    return result;
}

FloatImage smoothed(const FloatImage& image, double sigma) {
    const int radius = static_cast<int>(2 * sigma);
    std::vector<float> kernel(2 * radius + 1);
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) sum += std::exp(-i * i / (2 * sigma * sigma));
    for (int i = -radius; i <= radius; ++i)
        kernel[i + radius] = static_cast<float>(std::exp(-i * i / (2 * sigma * sigma)) / sum);
    return transposed(convolvedRows(transposed(convolvedRows(image, kernel)), kernel));
}

}  // namespace protolabel::fewshot
