#include "core/imaging/thumbnail.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/imaging/slicing.h"

namespace protolabel::imaging {

namespace {

using Values = labels::Image2D<float>;

Values middleSlice(const Volume& volume, const SliceLayout& layout) {
    const SliceStrides where(volume.geometry.size, layout.axis, layout.slices / 2);
    Values slice(layout.width, layout.height);
    volume.visit([&](const auto* voxels, std::size_t) {
        for (int y = 0; y < layout.height; ++y)
            for (int x = 0; x < layout.width; ++x) {
                const auto value =
                    static_cast<float>(static_cast<double>(voxels[where.at(x, y)]) * volume.slope + volume.intercept);
                slice.at(x, y) = std::isfinite(value) ? value : 0;
            }
    });
    return slice;
}

std::pair<float, float> windowOf(const Volume& volume, const Values& slice) {
    if (volume.modality == Modality::CT) return {-125.F, 275.F};
    auto values = slice.pixels;
    const auto rank = [&](double part) {
        const auto at = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), at, values.end());
        return *at;
    };
    const auto low = rank(0.01);
    const auto high = rank(0.99);
    if (high > low) return {low, high};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return {*least, *most};
}

/// How the axes of a slice lie on the screen.
struct Turn {
    bool transposed = false;  ///< the slice's y runs to the right
    bool mirrored = false;    ///< left and right
    bool upturned = false;    ///< up and down
};

Turn turnOf(const Geometry& geometry, const SliceLayout& layout) {
    const auto letters = orientationLetters(geometry);
    char right = letters[static_cast<std::size_t>(layout.xAxis)];
    char down = letters[static_cast<std::size_t>(layout.yAxis)];
    const auto among = [](char letter, const char* pair) { return letter == pair[0] || letter == pair[1]; };
    Turn turn;
    turn.transposed = among(right, "SI") || (among(down, "LR") && !among(right, "LR"));
    if (turn.transposed) std::swap(right, down);
    turn.mirrored = right == 'R' || right == 'A';
    turn.upturned = down == 'A' || down == 'S';
    return turn;
}

/// The mean over [from, to) x [top, bottom), fractions of pixels weighted by their part.
float mean(const Values& slice, double from, double to, double top, double bottom) {
    double sum = 0;
    double weight = 0;
    for (int y = static_cast<int>(top); y < std::min<double>(slice.height, bottom); ++y) {
        const double high = std::min<double>(bottom, y + 1) - std::max<double>(top, y);
        for (int x = static_cast<int>(from); x < std::min<double>(slice.width, to); ++x) {
            const double part = high * (std::min<double>(to, x + 1) - std::max<double>(from, x));
            sum += part * slice.at(x, y);
            weight += part;
        }
    }
    return weight > 0 ? static_cast<float>(sum / weight) : 0;
}

}  // namespace

labels::Image2D<std::uint8_t> thumbnail(const Volume& volume, int sliceAxis, int side) {
    const auto layout = sliceLayout(volume.geometry, sliceAxis);
    const auto slice = middleSlice(volume, layout);
    const auto [low, high] = windowOf(volume, slice);
    const auto turn = turnOf(volume.geometry, layout);

    const double wide = layout.width * layout.xSpacing;  // mm
    const double tall = layout.height * layout.ySpacing;
    const double pixel = std::max(wide, tall) / side;
    const int columns = std::clamp(static_cast<int>(std::lround(wide / pixel)), 1, side);
    const int rows = std::clamp(static_cast<int>(std::lround(tall / pixel)), 1, side);
    labels::Image2D<std::uint8_t> picture(turn.transposed ? rows : columns, turn.transposed ? columns : rows);
    const double stepX = static_cast<double>(layout.width) / columns;
    const double stepY = static_cast<double>(layout.height) / rows;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const float value = mean(slice, column * stepX, (column + 1) * stepX, row * stepY, (row + 1) * stepY);
            const float part = high > low ? std::clamp((value - low) / (high - low), 0.F, 1.F) : 0.F;
            int x = turn.transposed ? row : column;
            int y = turn.transposed ? column : row;
            if (turn.mirrored) x = picture.width - 1 - x;
            if (turn.upturned) y = picture.height - 1 - y;
            picture.at(x, y) = static_cast<std::uint8_t>(std::lround(255 * part));
        }
    return picture;
}

}  // namespace protolabel::imaging
