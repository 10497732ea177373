#include "core/workflow/snapping.h"

#include <algorithm>
#include <set>

#include "core/base/parallel.h"
#include "core/imaging/preparation.h"
#include "core/refine/snapping.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

using labels::Image2D;
using labels::Mask;

constexpr int kSnapThreads = 4;

Image2D<float> imageOf(const SliceStack<Half>& stack, int slice) {
    Image2D<float> image(stack.width, stack.height);
    std::transform(stack.slice(slice), stack.slice(slice) + image.pixels.size(), image.pixels.begin(),
                   [](Half value) { return toFloat(value); });
    return image;
}

/// What lies on the network grid at the centres of the slice's own pixels, bilinearly, as NetworkGrid::toNative takes it.
template <class T>
Image2D<float> onOwnPixels(const Image2D<T>& coarse, const imaging::NetworkGrid& grid) {
    Image2D<float> result(grid.layout().width, grid.layout().height);
    const double last = grid.size() - 1;
    for (int y = 0; y < result.height; ++y) {
        const double v = std::clamp(grid.row(y), 0.0, last);
        const int top = static_cast<int>(v), below = std::min(top + 1, grid.size() - 1);
        for (int x = 0; x < result.width; ++x) {
            const double u = std::clamp(grid.column(x), 0.0, last);
            const int left = static_cast<int>(u), right = std::min(left + 1, grid.size() - 1);
            const auto s = static_cast<float>(u - left), t = static_cast<float>(v - top);
            result.at(x, y) = (1 - t) * ((1 - s) * coarse.at(left, top) + s * coarse.at(right, top)) +
                              t * ((1 - s) * coarse.at(left, below) + s * coarse.at(right, below));
        }
    }
    return result;
}

/// What hangs together (by edges) with `seeds`.
Mask touching(const Mask& mask, const Mask& seeds) {
    Mask kept(mask.width, mask.height);
    std::vector<std::pair<int, int>> open;
    const auto visit = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= mask.width || y >= mask.height || mask.at(x, y) == 0 || kept.at(x, y) != 0) return;
        kept.at(x, y) = 1;
        open.emplace_back(x, y);
    };
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (seeds.at(x, y) != 0) visit(x, y);
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        for (const auto& [dx, dy] : {std::pair(-1, 0), {1, 0}, {0, -1}, {0, 1}}) visit(x + dx, y + dy);
    }
    return kept;
}

}  // namespace

std::optional<SliceStack<Half>> fineSlices(const project::VolumeRecord& volume) {
    if (!imaging::NetworkGrid(volume.geometry, volume.sliceAxis).isCoarser()) return {};
    return imaging::scaled(loadVolume(volume), volume.sliceAxis, volume.window);
}

void snapProposals(const project::VolumeRecord& volume, const SliceStack<Half>& prepared,
                   const std::optional<SliceStack<Half>>& fine, std::map<int, PredictedLabel>& predicted) {
    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    const double xStep = grid.column(1) - grid.column(0), yStep = grid.row(1) - grid.row(0);
    std::set<int> shown;
    for (const auto& [label, found] : predicted)
        for (const auto& [slice, mask] : found.masks) shown.insert(slice);
    const std::vector<int> slices(shown.begin(), shown.end());
    parallelFor(slices.size(), kSnapThreads, [&](std::size_t i) {
        const int slice = slices[i];
        const auto image = fine ? imageOf(*fine, slice) : onOwnPixels(imageOf(prepared, slice), grid);
        std::vector<Mask*> masks;
        std::vector<Mask> snapped;
        std::vector<Image2D<float>> probabilities;
        for (auto& [label, found] : predicted) {
            const auto mask = found.masks.find(slice);
            if (mask == found.masks.end()) continue;
            auto probability = onOwnPixels(found.scores.at(slice), grid);
            for (auto& value : probability.pixels) value = (value + 0.5F) / 256;
            masks.push_back(&mask->second);
            snapped.push_back(touching(refine::snapped(probability, image, xStep, yStep), mask->second));
            probabilities.push_back(std::move(probability));
        }
        for (std::size_t p = 0; p < image.pixels.size(); ++p) {
            std::size_t winner = masks.size();
            for (std::size_t l = 0; l < masks.size(); ++l)
                if (snapped[l].pixels[p] != 0 &&
                    (winner == masks.size() || probabilities[l].pixels[p] > probabilities[winner].pixels[p]))
                    winner = l;
            for (std::size_t l = 0; l < masks.size(); ++l)
                if (l != winner) snapped[l].pixels[p] = 0;
        }
        std::vector<bool> kept;
        for (std::size_t l = 0; l < masks.size(); ++l)
            kept.push_back(2 * labels::countNonZero(snapped[l]) >= labels::countNonZero(*masks[l]));
        for (std::size_t l = 0; l < masks.size(); ++l) {
            if (!kept[l]) continue;
            for (std::size_t other = 0; other < masks.size(); ++other)  // what stays as it was is not painted over
                if (!kept[other])
                    for (std::size_t p = 0; p < image.pixels.size(); ++p)
                        if (masks[other]->pixels[p] != 0) snapped[l].pixels[p] = 0;
            *masks[l] = std::move(snapped[l]);
        }
    });
}

}  // namespace protolabel::workflow
