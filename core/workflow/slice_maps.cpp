#include "core/workflow/slice_maps.h"

#include <algorithm>
#include <cmath>

#include "core/imaging/preparation.h"

namespace protolabel::workflow {

namespace {

/// Which of `cells` cells along the network's square lies over each of `count` native pixels: the image is centred in the square.
std::vector<int> cellsOver(int count, double spacing, const imaging::NetworkGrid& grid, int cells) {
    std::vector<int> over;
    const double scale = spacing / grid.pixelSpacing();
    const double start = 0.5 * (grid.size() - count * scale);
    for (int i = 0; i < count; ++i) {
        const double at = (start + (i + 0.5) * scale) * cells / grid.size();
        over.push_back(std::clamp(static_cast<int>(std::floor(at)), 0, cells - 1));
    }
    return over;
}

template <class T>
std::vector<T> resampled(const project::VolumeRecord& volume, const T* values, int width, int height) {
    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    const auto& layout = grid.layout();
    const auto columns = cellsOver(layout.width, layout.xSpacing, grid, width);
    const auto rows = cellsOver(layout.height, layout.ySpacing, grid, height);
    std::vector<T> result;
    result.reserve(columns.size() * rows.size());
    for (const int row : rows)
        for (const int column : columns)
            result.push_back(values[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                                    static_cast<std::size_t>(column)]);
    return result;
}

}  // namespace

labels::ProbabilitySlice overSlice(const project::VolumeRecord& volume, const labels::ProbabilitySlice& map) {
    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    labels::ProbabilitySlice slice(grid.layout().width, grid.layout().height);
    slice.pixels = resampled(volume, map.pixels.data(), map.width, map.height);
    return slice;
}

std::vector<std::int32_t> overSlice(const project::VolumeRecord& volume, const SliceStack<std::int32_t>& stack,
                                    int slice) {
    return resampled(volume, stack.slice(slice), stack.width, stack.height);
}

}  // namespace protolabel::workflow
