#include "core/fewshot/regions.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace protolabel::fewshot {

namespace {

struct Pixel {
    std::int64_t x, y;
};

std::int64_t squaredDistance(Pixel a, Pixel b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

std::vector<Pixel> foreground(const torch::Tensor& mask) {
    const auto onCpu = mask.to(torch::kCPU, torch::kFloat).contiguous();
    const auto* m = onCpu.data_ptr<float>();
    std::vector<Pixel> pixels;
    for (std::int64_t y = 0; y < onCpu.size(0); ++y)
        for (std::int64_t x = 0; x < onCpu.size(1); ++x)
            if (m[y * onCpu.size(1) + x] > 0.5F) pixels.push_back({x, y});
    return pixels;
}

/// Distances to the centroid are compared as |n p - sum|^2, which needs no rounding. Row-major order makes the first maximum the
/// lowest index.
std::size_t farthestFromCentroid(const std::vector<Pixel>& pixels) {
    const auto n = static_cast<std::int64_t>(pixels.size());
    Pixel sum{0, 0};
    for (const auto p : pixels) sum = {sum.x + p.x, sum.y + p.y};
    std::size_t best = 0;
    std::int64_t farthest = -1;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const auto d = squaredDistance({n * pixels[i].x, n * pixels[i].y}, sum);
        if (d > farthest) farthest = d, best = i;
    }
    return best;
}

}  // namespace

torch::Tensor voronoiCells(const torch::Tensor& mask, int count) {
    auto cells = torch::zeros({mask.size(0), mask.size(1)}, torch::kLong);
    const auto pixels = foreground(mask);
    if (pixels.empty()) return cells.to(mask.device());

    const auto n = std::min<std::int64_t>(std::max(count, 1), static_cast<std::int64_t>(pixels.size()));
    std::vector<std::int64_t> cell(pixels.size(), 1);
    std::vector<std::int64_t> nearest(pixels.size(), std::numeric_limits<std::int64_t>::max());
    std::size_t centre = farthestFromCentroid(pixels);
    for (std::int64_t k = 1; k <= n; ++k) {
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const auto d = squaredDistance(pixels[i], pixels[centre]);
            if (d < nearest[i]) nearest[i] = d, cell[i] = k;
        }
        centre = static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    auto* out = cells.data_ptr<std::int64_t>();
    for (std::size_t i = 0; i < pixels.size(); ++i) out[pixels[i].y * cells.size(1) + pixels[i].x] = cell[i];
    return cells.to(mask.device());
}

torch::Tensor cellMasks(const torch::Tensor& cells) {
    const auto ids = torch::arange(1, cells.max().item<std::int64_t>() + 1, cells.options());
    return (cells.unsqueeze(0) == ids.view({-1, 1, 1})).to(torch::kFloat);
}

}  // namespace protolabel::fewshot
