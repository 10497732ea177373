#include "core/refine/shape_prior.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protolabel::refine {

using labels::Image2D;
using labels::Mask;

namespace {

constexpr std::size_t kVoters = 5;
constexpr std::array kStretches = {1.0, 0.9, 1.1, 0.8,
                                   1.25};  // the likelier ones first: they win where others fit no better
constexpr int kEveryPixel = 4;             // of those that a fit is judged by
constexpr double kOtherHeight = 0.3;       // what lying in another part of the body costs

struct Centre {
    double x = 0, y = 0, area = 0;
};

Centre centreOf(const Mask& mask) {
    Centre centre;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (mask.at(x, y) != 0) centre.x += x, centre.y += y, ++centre.area;
    if (centre.area > 0) centre.x /= centre.area, centre.y /= centre.area;
    return centre;
}

}  // namespace

bool ShapePrior::Fit::covers(int px, int py, int z) const {
    const auto k = static_cast<int>(std::lround(slice + perSlice * (z - reference)));
    if (k < 0 || k >= static_cast<int>(shape->size())) return false;
    const auto& mask = (*shape)[static_cast<std::size_t>(k)];
    const auto sx = static_cast<int>(std::lround(shapeX + scale * (px - x)));
    const auto sy = static_cast<int>(std::lround(shapeY + scale * (py - y)));
    return sx >= 0 && sy >= 0 && sx < mask.width && sy < mask.height && mask.at(sx, sy) != 0;
}

ShapePrior::ShapePrior(const labels::MaskStack& drawn, int slices, double sliceSpacing, const Window& window,
                       const std::vector<FinishedShape>& finished)
    : window_(window), slices_(slices) {
    double largest = 0;
    for (const auto& [slice, mask] : drawn) {
        auto part = cutMask(cut(halved(mask), window));
        const double area = centreOf(part).area;
        if (area > largest) largest = area, reference_ = slice;
        drawn_[slice] = std::move(part);
    }
    if (largest == 0) return;
    shapes_.reserve(finished.size());
    for (const auto& shape : finished) {
        if (shape.masks.empty()) continue;
        const auto& any = shape.masks.begin()->second;
        auto& all = shapes_.emplace_back(static_cast<std::size_t>(shape.slices), Mask(any.width / 2, any.height / 2));
        for (const auto& [slice, mask] : shape.masks) all[static_cast<std::size_t>(slice)] = cutMask(halved(mask));
        if (auto fit = bestFit(all, sliceSpacing / shape.sliceSpacing); fit.fit > 0) fits_.push_back(fit);
    }
    std::stable_sort(fits_.begin(), fits_.end(), [](const Fit& a, const Fit& b) { return a.fit > b.fit; });
    fits_.resize(std::min(fits_.size(), kVoters));
}

ShapePrior::Fit ShapePrior::bestFit(const std::vector<Mask>& shape, double spacingRatio) const {
    const auto target = centreOf(drawn_.at(reference_));
    const double height = (reference_ + 0.5) / slices_;
    Fit best;
    for (std::size_t k = 0; k < shape.size(); ++k) {
        const auto centre = centreOf(shape[k]);
        const double scale = std::sqrt(centre.area / target.area);
        if (!(scale > 0.5 && scale < 1.6)) continue;
        Fit fit;
        fit.shape = &shape;
        fit.slice = static_cast<double>(k), fit.reference = reference_;
        fit.scale = scale;
        fit.x = target.x, fit.y = target.y, fit.shapeX = centre.x, fit.shapeY = centre.y;
        const double other = std::abs((static_cast<double>(k) + 0.5) / static_cast<double>(shape.size()) - height);
        for (const double stretch : kStretches) {
            fit.perSlice = spacingRatio * stretch;
            fit.fit = fitOf(fit) - kOtherHeight * other;
            if (fit.fit > best.fit) best = fit;
        }
    }
    return best;
}

/// Dice over the drawn slices, as one volume.
double ShapePrior::fitOf(const Fit& fit) const {
    double both = 0, sum = 0;
    for (const auto& [slice, mask] : drawn_)
        for (int y = 0; y < mask.height; y += kEveryPixel)
            for (int x = 0; x < mask.width; x += kEveryPixel) {
                const bool a = mask.at(x, y) != 0, b = fit.covers(x, y, slice);
                both += a && b;
                sum += static_cast<int>(a) + static_cast<int>(b);
            }
    return sum > 0 ? 2 * both / sum : 0;
}

Image2D<float> ShapePrior::votes(int slice) const {
    Image2D<float> votes(window_.width, window_.height, fits_.empty() ? 0.5F : 0.F);
    const float each = fits_.empty() ? 0 : 1 / static_cast<float>(fits_.size());
    for (const auto& fit : fits_)
        for (int y = 0; y < votes.height; ++y)
            for (int x = 0; x < votes.width; ++x)
                if (fit.covers(x, y, slice)) votes.at(x, y) += each;
    return votes;
}

}  // namespace protolabel::refine
