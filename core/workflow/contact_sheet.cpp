#include "core/workflow/contact_sheet.h"

#include <algorithm>
#include <cmath>

#include "core/imaging/geometry.h"

namespace protolabel::workflow {

namespace {

using labels::Color;
using Picture = labels::Image2D<Color>;

std::uint8_t blend(std::uint8_t under, std::uint8_t over, double share) {
    return static_cast<std::uint8_t>(std::lround(under * (1 - share) + over * share));
}
Color blend(Color under, Color over, double share) {
    return {blend(under.red, over.red, share), blend(under.green, over.green, share),
            blend(under.blue, over.blue, share)};
}

/// Whether a pixel of a label has a neighbour that is not of it.
bool onOutline(const labels::LabelSlice& slice, int x, int y) {
    const auto id = slice.at(x, y);
    if (id == 0) return false;
    const auto differs = [&](int nx, int ny) {
        return nx < 0 || ny < 0 || nx >= slice.width || ny >= slice.height || slice.at(nx, ny) != id;
    };
    return differs(x - 1, y) || differs(x + 1, y) || differs(x, y - 1) || differs(x, y + 1);
}

/// Grey values of one slice; the 0.5th and 99.5th percentile of the volume are black and white.
class Greys {
public:
    Greys(const imaging::Volume& image, int axis)
        : values_(image.toFloat()), layout_(imaging::sliceLayout(image.geometry, axis)) {
        strides_ = {1, image.geometry.size[0], image.geometry.size[0] * image.geometry.size[1]};
        auto sorted = values_;
        std::sort(sorted.begin(), sorted.end());
        low_ = sorted[sorted.size() / 200];
        high_ = std::max(sorted[sorted.size() - 1 - sorted.size() / 200], low_ + 1e-6F);
    }
    std::uint8_t at(int x, int y, int slice) const {
        const auto stride = [&](int axis) { return strides_[static_cast<std::size_t>(axis)]; };
        const auto i = x * stride(layout_.xAxis) + y * stride(layout_.yAxis) + slice * stride(layout_.axis);
        const float share = (values_[static_cast<std::size_t>(i)] - low_) / (high_ - low_);
        return static_cast<std::uint8_t>(255 * std::clamp(share, 0.0F, 1.0F));
    }
    const imaging::SliceLayout& layout() const { return layout_; }

private:
    std::vector<float> values_;
    imaging::SliceLayout layout_;
    std::array<std::int64_t, 3> strides_{};
    float low_ = 0, high_ = 1;
};

}  // namespace

Color ContactSheet::colorOf(std::uint16_t id) const {
    const auto label = std::find_if(labels_.begin(), labels_.end(), [&](const auto& l) { return l.id.value == id; });
    return label == labels_.end() ? Color{255, 255, 255} : label->color;
}

void ContactSheet::addRow(const imaging::Volume& image, const imaging::LabelMap& truth,
                          const imaging::LabelMap& predicted, int axis) {
    const Greys greys(image, axis);
    const auto& layout = greys.layout();
    std::vector<int> shown;
    for (int z = 0; z < layout.slices; ++z)
        if (labels::countNonZero(imaging::slice(truth, axis, z)) > 0) shown.push_back(z);
    if (shown.empty())
        for (int z = 0; z < layout.slices; ++z) shown.push_back(z);
    auto& row = rows_.emplace_back();
    for (int column = 0; column < columns_; ++column) {
        const int z = shown[static_cast<std::size_t>((column + 0.5) / columns_ * static_cast<double>(shown.size()))];
        const auto outline = imaging::slice(truth, axis, z);
        const auto filled = imaging::slice(predicted, axis, z);
        Picture picture(layout.width, layout.height);
        for (int y = 0; y < layout.height; ++y)
            for (int x = 0; x < layout.width; ++x) {
                const auto grey = greys.at(x, y, z);
                auto& pixel = picture.at(x, y) = {grey, grey, grey};
                if (filled.at(x, y) != 0) pixel = blend(pixel, colorOf(filled.at(x, y)), 0.45);
                if (onOutline(outline, x, y)) pixel = colorOf(outline.at(x, y));
            }
        row.push_back(makeTile(picture));
    }
}

Picture ContactSheet::makeTile(const Picture& slice) const {
    Picture tile(tile_, tile_);
    const double scale = static_cast<double>(std::max(slice.width, slice.height)) / tile_;
    for (int y = 0; y < tile_; ++y)
        for (int x = 0; x < tile_; ++x) {
            const int sx = static_cast<int>(x * scale), sy = static_cast<int>(y * scale);
            if (sx < slice.width && sy < slice.height) tile.at(x, y) = slice.at(sx, sy);
        }
    return tile;
}

Picture ContactSheet::image() const {
    constexpr int kGap = 2;
    Picture sheet(columns_ * (tile_ + kGap) - kGap, std::max(1, static_cast<int>(rows_.size()) * (tile_ + kGap) - kGap),
                  {32, 32, 32});
    for (std::size_t r = 0; r < rows_.size(); ++r)
        for (std::size_t c = 0; c < rows_[r].size(); ++c)
            for (int y = 0; y < tile_; ++y)
                for (int x = 0; x < tile_; ++x)
                    sheet.at(static_cast<int>(c) * (tile_ + kGap) + x, static_cast<int>(r) * (tile_ + kGap) + y) =
                        rows_[r][c].at(x, y);
    return sheet;
}

}  // namespace protolabel::workflow
