#include "core/refine/window.h"

#include <algorithm>
#include <cmath>

#include "core/labels/distance_transform.h"

namespace protolabel::refine {

using labels::Image2D;
using labels::Mask;

namespace {

template <class T, class Value>
Image2D<float> halvedBy(const T* pixels, int width, int height, Value value) {
    Image2D<float> result(width / 2, height / 2);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x) {
            const T* p = pixels + static_cast<std::size_t>(2 * y) * width + 2 * x;
            result.at(x, y) = (value(p[0]) + value(p[1]) + value(p[width]) + value(p[width + 1])) / 4;
        }
    return result;
}

std::vector<double> distancesTo(const Mask& mask, bool inside) {
    labels::VoxelMask voxels({1, mask.height, mask.width});
    std::transform(mask.pixels.begin(), mask.pixels.end(), voxels.voxels.begin(),
                   [inside](std::uint8_t pixel) { return static_cast<std::uint8_t>((pixel != 0) == inside); });
    return labels::squaredDistances(voxels);
}

}  // namespace

Window windowAround(const labels::MaskStack& drawn, int width, int height, int margin) {
    int left = width, top = height, right = -1, bottom = -1;
    for (const auto& [slice, mask] : drawn)
        for (int y = 0; y < mask.height; ++y)
            for (int x = 0; x < mask.width; ++x)
                if (mask.at(x, y) != 0) {
                    left = std::min(left, x / 2), right = std::max(right, x / 2);
                    top = std::min(top, y / 2), bottom = std::max(bottom, y / 2);
                }
    left = std::max(0, left - margin), top = std::max(0, top - margin);
    right = std::min(width / 2 - 1, right + margin), bottom = std::min(height / 2 - 1, bottom + margin);
    return {left, top, right - left + 1, bottom - top + 1};
}

Image2D<float> halved(const Mask& mask) {
    return halvedBy(mask.pixels.data(), mask.width, mask.height, [](std::uint8_t v) { return v != 0 ? 1.F : 0.F; });
}

Image2D<float> halved(const SliceStack<Half>& image, int slice) {
    return halvedBy(image.slice(slice), image.width, image.height, [](Half v) { return toFloat(v); });
}

Image2D<float> halved(const Image2D<float>& image) {
    return halvedBy(image.pixels.data(), image.width, image.height, [](float v) { return v; });
}

Mask cutFull(const Mask& mask, const Window& window) {
    Mask part(2 * window.width, 2 * window.height);
    for (int y = 0; y < part.height; ++y)
        std::copy_n(&mask.at(2 * window.left, 2 * window.top + y), part.width, &part.at(0, y));
    return part;
}

Image2D<float> cut(const Image2D<float>& halved, const Window& window) {
    Image2D<float> part(window.width, window.height);
    for (int y = 0; y < window.height; ++y)
        std::copy_n(&halved.at(window.left, window.top + y), window.width, &part.at(0, y));
    return part;
}

Mask cutMask(const Image2D<float>& values) {
    Mask mask(values.width, values.height);
    std::transform(values.pixels.begin(), values.pixels.end(), mask.pixels.begin(),
                   [](float v) { return static_cast<std::uint8_t>(v >= 0.5F); });
    return mask;
}

Image2D<float> signedDistance(const Mask& mask, float most) {
    Image2D<float> result(mask.width, mask.height, -most);
    if (labels::countNonZero(mask) == 0) return result;
    const auto toInside = distancesTo(mask, true), toOutside = distancesTo(mask, false);
    for (std::size_t p = 0; p < result.pixels.size(); ++p) {
        // The outline runs half way between the nearest pixels of both sides.
        const double distance = mask.pixels[p] != 0 ? std::sqrt(toOutside[p]) - 0.5 : 0.5 - std::sqrt(toInside[p]);
        result.pixels[p] = std::clamp(static_cast<float>(distance), -most, most);
    }
    return result;
}

Image2D<float> doubled(const Image2D<float>& image) {
    Image2D<float> result(2 * image.width, 2 * image.height);
    // Pixel x of the larger image has its centre at (x - 0.5) / 2 of the smaller one.
    const auto place = [](int x, int size, int& before, int& after) {
        before = std::max(0, (x + 1) / 2 - 1), after = std::min(size - 1, (x + 1) / 2);
        return x % 2 == 0 ? 0.75F : 0.25F;
    };
    for (int y = 0; y < result.height; ++y) {
        int up, down;
        const float v = place(y, image.height, up, down);
        for (int x = 0; x < result.width; ++x) {
            int left, right;
            const float u = place(x, image.width, left, right);
            result.at(x, y) = (1 - v) * ((1 - u) * image.at(left, up) + u * image.at(right, up)) +
                              v * ((1 - u) * image.at(left, down) + u * image.at(right, down));
        }
    }
    return result;
}

Image2D<float> boxMean(const Image2D<float>& image, int radius) {
    std::vector<double> sums(static_cast<std::size_t>(image.width + 1) * (image.height + 1));
    const auto sum = [&](int x, int y) -> double& {
        return sums[static_cast<std::size_t>(y) * (image.width + 1) + static_cast<std::size_t>(x)];
    };
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            sum(x + 1, y + 1) = image.at(x, y) + sum(x, y + 1) + sum(x + 1, y) - sum(x, y);
    Image2D<float> result(image.width, image.height);
    for (int y = 0; y < image.height; ++y) {
        const int top = std::max(0, y - radius), bottom = std::min(image.height, y + radius + 1);
        for (int x = 0; x < image.width; ++x) {
            const int left = std::max(0, x - radius), right = std::min(image.width, x + radius + 1);
            result.at(x, y) =
                static_cast<float>((sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top)) /
                                   ((right - left) * (bottom - top)));
        }
    }
    return result;
}

}  // namespace protolabel::refine
