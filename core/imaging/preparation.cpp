#include "core/imaging/preparation.h"

#include <algorithm>
#include <cmath>

#include "core/base/float16.h"
#include "core/imaging/intensity.h"
#include "core/imaging/slicing.h"

namespace protolabel::imaging {

namespace {

/// Clips to `range`, then mean 0 and standard deviation 1 over all voxels (population); zeros where nothing varies.
void normalize(std::vector<float>& values, const IntensityRange& range) {
    const auto low = static_cast<float>(range.low), high = static_cast<float>(range.high);
    double sum = 0;
    for (float& value : values) sum += value = std::clamp(value, low, high);
    const double mean = sum / static_cast<double>(values.size());
    double squares = 0;
    for (const float value : values) squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
    for (float& value : values) value = deviation > 0 ? static_cast<float>((value - mean) / deviation) : 0.0f;
}

labels::Image2D<float> cut(const std::vector<float>& values, const Geometry& geometry, const SliceLayout& layout,
                           int index) {
    labels::Image2D<float> slice(layout.width, layout.height);
    const SliceStrides strides(geometry.size, layout.axis, index);
    for (int y = 0; y < layout.height; ++y)
        for (int x = 0; x < layout.width; ++x) slice.at(x, y) = values[strides.at(x, y)];
    return slice;
}

template <class T>
SliceStack<T> emptyStack(const NetworkGrid& grid) {
    SliceStack<T> stack;
    stack.slices = grid.layout().slices;
    stack.height = stack.width = grid.size();
    stack.pixelSpacing = grid.pixelSpacing();
    stack.sliceSpacing = grid.layout().sliceSpacing;
    stack.voxels.resize(static_cast<std::size_t>(stack.slices) * stack.height * stack.width);
    return stack;
}

}  // namespace

SliceStack<Half> prepare(const Volume& volume, int axis, std::optional<std::pair<double, double>> window, int size) {
    auto values = volume.toFloat();
    normalize(values, chooseIntensityRange(volume, window));
    const NetworkGrid grid(volume.geometry, axis, size);
    auto stack = emptyStack<Half>(grid);
    const float smallest = *std::min_element(values.begin(), values.end());
    for (int z = 0; z < stack.slices; ++z) {
        const auto slice = grid.resample(cut(values, volume.geometry, grid.layout(), z), smallest);
        std::transform(slice.pixels.begin(), slice.pixels.end(), stack.slice(z), [](float v) { return toHalf(v); });
    }
    return stack;
}

SliceStack<Half> scaled(const Volume& volume, int axis, std::optional<std::pair<double, double>> window) {
    auto values = volume.toFloat();
    normalize(values, chooseIntensityRange(volume, window));
    const auto layout = sliceLayout(volume.geometry, axis);
    SliceStack<Half> stack;
    stack.slices = layout.slices;
    stack.height = layout.height;
    stack.width = layout.width;
    stack.pixelSpacing = layout.xSpacing;
    stack.sliceSpacing = layout.sliceSpacing;
    stack.voxels.reserve(values.size());
    for (int z = 0; z < stack.slices; ++z)
        for (const float value : cut(values, volume.geometry, layout, z).pixels) stack.voxels.push_back(toHalf(value));
    return stack;
}

SliceStack<float> unclipped(const Volume& volume, int axis, int size) {
    const auto values = volume.toFloat();
    const NetworkGrid grid(volume.geometry, axis, size);
    auto stack = emptyStack<float>(grid);
    const float smallest = *std::min_element(values.begin(), values.end());
    for (int z = 0; z < stack.slices; ++z) {
        const auto slice = grid.resample(cut(values, volume.geometry, grid.layout(), z), smallest);
        std::copy(slice.pixels.begin(), slice.pixels.end(), stack.slice(z));
    }
    return stack;
}

}  // namespace protolabel::imaging
