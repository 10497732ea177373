#include <algorithm>
#include <cmath>

#include "core/imaging/preparation.h"

namespace protolabel::imaging {

namespace {

/// Native pixels and their weights that make up each network pixel along one axis; no weights = padding.
struct AxisWeights {
    struct Entry {
        int first = 0;
        std::vector<float> weights;
    };
    std::vector<Entry> entries;

    /// `scale` native pixels per network pixel, native edge at network coordinate `offset`, `length` native pixels.
    AxisWeights(int size, double scale, double offset, int length) : entries(static_cast<std::size_t>(size)) {
        for (int n = 0; n < size; ++n) {
            const double centre = (n + 0.5 - offset) * scale;
            if (centre < 0 || centre > length) continue;
            auto& entry = entries[static_cast<std::size_t>(n)];
            if (scale > 1)
                average(entry, centre - scale / 2, centre + scale / 2, length);
            else
                interpolate(entry, centre - 0.5, length);
        }
    }

private:
    /// Share of every native pixel in [low, high), so that no native pixel is skipped when the grid gets coarser.
    static void average(Entry& entry, double low, double high, int length) {
        low = std::max(low, 0.0);
        high = std::min(high, static_cast<double>(length));
        entry.first = std::min(static_cast<int>(low), length - 1);
        double sum = 0;
        std::vector<double> shares;
        for (int i = entry.first; i < length && i < high; ++i) {
            shares.push_back(std::max(std::min(high, i + 1.0) - std::max(low, static_cast<double>(i)), 0.0));
            sum += shares.back();
        }
        for (const double share : shares) entry.weights.push_back(static_cast<float>(share / sum));
    }

    static void interpolate(Entry& entry, double position, int length) {
        position = std::clamp(position, 0.0, static_cast<double>(length - 1));
        entry.first = static_cast<int>(position);
        const auto fraction = static_cast<float>(position - entry.first);
        entry.weights = {1 - fraction};
        if (fraction > 0) entry.weights.push_back(fraction);
    }
};

/// Scale and offset of one axis; a side that fits within a hundredth of a pixel is mapped one to one.
void fit(int size, int length, double spacing, double pixelSpacing, double& scale, double& offset) {
    scale = pixelSpacing / spacing;
    offset = (size - length / scale) / 2;
    if (length == size && std::abs(offset) < 0.005) {
        scale = 1;
        offset = 0;
    }
}

}  // namespace

NetworkGrid::NetworkGrid(const Geometry& geometry, int axis, int size)
    : layout_(sliceLayout(geometry, axis)), size_(size) {
    pixelSpacing_ = std::max(layout_.width * layout_.xSpacing, layout_.height * layout_.ySpacing) / size;
    fit(size, layout_.width, layout_.xSpacing, pixelSpacing_, xScale_, xOffset_);
    fit(size, layout_.height, layout_.ySpacing, pixelSpacing_, yScale_, yOffset_);
}

labels::Image2D<float> NetworkGrid::resample(const labels::Image2D<float>& native, float padding) const {
    const AxisWeights columns(size_, xScale_, xOffset_, native.width);
    const AxisWeights rows(size_, yScale_, yOffset_, native.height);

    labels::Image2D<float> narrow(size_, native.height);
    for (int y = 0; y < native.height; ++y) {
        for (int x = 0; x < size_; ++x) {
            const auto& entry = columns.entries[static_cast<std::size_t>(x)];
            float sum = 0;
            for (std::size_t i = 0; i < entry.weights.size(); ++i)
                sum += entry.weights[i] * native.at(entry.first + static_cast<int>(i), y);
            narrow.at(x, y) = sum;
        }
    }
    labels::Image2D<float> result(size_, size_, padding);
    for (int y = 0; y < size_; ++y) {
        const auto& entry = rows.entries[static_cast<std::size_t>(y)];
        if (entry.weights.empty()) continue;
        for (int x = 0; x < size_; ++x) {
            if (columns.entries[static_cast<std::size_t>(x)].weights.empty()) continue;
            float sum = 0;
            for (std::size_t i = 0; i < entry.weights.size(); ++i)
                sum += entry.weights[i] * narrow.at(x, entry.first + static_cast<int>(i));
            result.at(x, y) = sum;
        }
    }
    return result;
}

labels::Mask NetworkGrid::toNetwork(const labels::Mask& native) const {
    labels::Image2D<float> shares(native.width, native.height);
    std::transform(native.pixels.begin(), native.pixels.end(), shares.pixels.begin(),
                   [](std::uint8_t v) { return v != 0 ? 1.0f : 0.0f; });
    const auto averaged = resample(shares, 0);
    labels::Mask mask(size_, size_);
    std::transform(averaged.pixels.begin(), averaged.pixels.end(), mask.pixels.begin(),
                   [](float v) -> std::uint8_t { return v >= 0.5f ? 1 : 0; });
    if (labels::countNonZero(mask) == 0 && labels::countNonZero(native) > 0) {
        const auto strongest = std::max_element(averaged.pixels.begin(), averaged.pixels.end());
        mask.pixels[static_cast<std::size_t>(strongest - averaged.pixels.begin())] = 1;
    }
    return mask;
}

labels::Mask NetworkGrid::toNative(const labels::ProbabilitySlice& probability) const {
    labels::Mask mask(layout_.width, layout_.height);
    const double last = size_ - 1;
    for (int y = 0; y < mask.height; ++y) {
        const double v = std::clamp((y + 0.5) / yScale_ + yOffset_ - 0.5, 0.0, last);
        const int y0 = static_cast<int>(v);
        const int y1 = std::min(y0 + 1, size_ - 1);
        for (int x = 0; x < mask.width; ++x) {
            const double u = std::clamp((x + 0.5) / xScale_ + xOffset_ - 0.5, 0.0, last);
            const int x0 = static_cast<int>(u);
            const int x1 = std::min(x0 + 1, size_ - 1);
            const double top = probability.at(x0, y0) + (u - x0) * (probability.at(x1, y0) - probability.at(x0, y0));
            const double bottom = probability.at(x0, y1) + (u - x0) * (probability.at(x1, y1) - probability.at(x0, y1));
            // A value v stands for the probabilities [v, v + 1) / 256, so their middle reaches 0.5 at v = 127.5.
            mask.at(x, y) = top + (v - y0) * (bottom - top) >= 127.5 ? 1 : 0;
        }
    }
    return mask;
}

labels::LabelSlice NetworkGrid::toNetwork(const labels::LabelSlice& native) const {
    labels::LabelSlice result(size_, size_);
    for (int y = 0; y < size_; ++y) {
        const double v = std::floor((y + 0.5 - yOffset_) * yScale_);
        if (v < 0 || v >= native.height) continue;
        for (int x = 0; x < size_; ++x) {
            const double u = std::floor((x + 0.5 - xOffset_) * xScale_);
            if (u >= 0 && u < native.width) result.at(x, y) = native.at(static_cast<int>(u), static_cast<int>(v));
        }
    }
    return result;
}

}  // namespace protolabel::imaging
