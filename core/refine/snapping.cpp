#include "core/refine/snapping.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/labels/distance_transform.h"
#include "core/refine/graph_cut.h"

namespace protolabel::refine {

using labels::Image2D;
using labels::Mask;

namespace {

constexpr double kBand = 4;     // network pixels
constexpr double kDivided = 3;  // for neighbours of equal grey values
constexpr double kUnit = 1000;  // costs are whole thousandths
constexpr float kSurest = 0.99F;
constexpr int kFree = -1;

/// The part of a slice that the band can reach, with one pixel more.
struct Crop {
    int left, top, width, height;
};

Crop cropAround(const Image2D<float>& probability, double xStep, double yStep) {
    int left = probability.width, top = probability.height, right = -1, bottom = -1;
    for (int y = 0; y < probability.height; ++y)
        for (int x = 0; x < probability.width; ++x)
            if (probability.at(x, y) >= 0.5F) {
                left = std::min(left, x), right = std::max(right, x);
                top = std::min(top, y), bottom = y;
            }
    if (right < 0) return {0, 0, 0, 0};
    const int marginX = static_cast<int>(std::ceil(kBand / xStep)) + 1;
    const int marginY = static_cast<int>(std::ceil(kBand / yStep)) + 1;
    left = std::max(0, left - marginX), right = std::min(probability.width - 1, right + marginX);
    top = std::max(0, top - marginY), bottom = std::min(probability.height - 1, bottom + marginY);
    return {left, top, right - left + 1, bottom - top + 1};
}

/// Squared distances, in network pixels, of all pixels to those that are `value`.
std::vector<double> distancesToPixels(const Mask& mask, std::uint8_t value, double xStep, double yStep) {
    labels::VoxelMask voxels({1, mask.height, mask.width}, {1, yStep, xStep});
    std::transform(mask.pixels.begin(), mask.pixels.end(), voxels.voxels.begin(),
                   [value](std::uint8_t pixel) { return static_cast<std::uint8_t>(pixel == value); });
    return labels::squaredDistances(voxels);
}

struct Neighbours {
    std::size_t a, b;
    float squared;  ///< difference of grey values
};

}  // namespace

Mask snapped(const Image2D<float>& probability, const Image2D<float>& image, double xStep, double yStep) {
    Mask result(probability.width, probability.height);
    std::transform(probability.pixels.begin(), probability.pixels.end(), result.pixels.begin(),
                   [](float p) { return static_cast<std::uint8_t>(p >= 0.5F); });
    const auto crop = cropAround(probability, xStep, yStep);
    if (crop.width == 0) return result;

    Mask mask(crop.width, crop.height);
    for (int y = 0; y < crop.height; ++y) std::copy_n(&result.at(crop.left, crop.top + y), crop.width, &mask.at(0, y));
    const auto toInside = distancesToPixels(mask, 1, xStep, yStep),
               toOutside = distancesToPixels(mask, 0, xStep, yStep);
    std::vector<int> node(mask.pixels.size(), kFree);
    std::vector<std::size_t> pixels;
    for (std::size_t p = 0; p < mask.pixels.size(); ++p)
        if ((mask.pixels[p] != 0 ? toOutside[p] : toInside[p]) <= kBand * kBand) {
            node[p] = static_cast<int>(pixels.size());
            pixels.push_back(p);
        }

    const auto row = static_cast<std::size_t>(crop.width);
    std::vector<Neighbours> neighbours;
    double squares = 0;
    for (int y = 0; y < crop.height; ++y)
        for (int x = 0; x < crop.width; ++x)
            for (const auto& [dx, dy] : {std::pair(1, 0), {0, 1}}) {
                if (x + dx >= crop.width || y + dy >= crop.height) continue;
                const auto a = static_cast<std::size_t>(y) * row + static_cast<std::size_t>(x);
                const auto b = a + (dx != 0 ? 1 : row);
                if (node[a] == kFree && node[b] == kFree) continue;
                const float difference =
                    image.at(crop.left + x, crop.top + y) - image.at(crop.left + x + dx, crop.top + y + dy);
                neighbours.push_back({a, b, difference * difference});
                squares += difference * difference;
            }
    const double mean = squares / static_cast<double>(std::max<std::size_t>(neighbours.size(), 1)) + 1e-9;

    GraphCut cut(pixels.size());
    for (std::size_t n = 0; n < pixels.size(); ++n) {
        const int x = static_cast<int>(pixels[n] % row), y = static_cast<int>(pixels[n] / row);
        const float p = std::clamp(probability.at(crop.left + x, crop.top + y), 1 - kSurest, kSurest);
        const auto logOdds = static_cast<std::int64_t>(kUnit * std::log(p / (1 - p)));
        cut.addNode(n, std::max<std::int64_t>(logOdds, 0), std::max<std::int64_t>(-logOdds, 0));
    }
    for (const auto& [a, b, squared] : neighbours) {
        const auto cost = static_cast<std::int64_t>(kUnit * kDivided * std::exp(-squared / mean));
        if (node[a] != kFree && node[b] != kFree) {
            cut.addEdge(static_cast<std::size_t>(node[a]), static_cast<std::size_t>(node[b]), cost);
        } else {
            const bool shown = mask.pixels[node[a] == kFree ? a : b] != 0;
            cut.addNode(static_cast<std::size_t>(std::max(node[a], node[b])), shown ? cost : 0, shown ? 0 : cost);
        }
    }
    const auto inside = cut.inside();
    for (std::size_t n = 0; n < pixels.size(); ++n)
        result.at(crop.left + static_cast<int>(pixels[n] % row), crop.top + static_cast<int>(pixels[n] / row)) =
            inside[n];
    return result;
}

}  // namespace protolabel::refine
