#include "viewer/base/slice_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/imaging/slicing.h"
#include "viewer/base/row_threads.h"

namespace protolabel::viewer {

namespace {

void replaceNonFinite(std::span<float> values) {
    float smallest = std::numeric_limits<float>::max();
    bool allFinite = true;
    for (const float value : values) {
        if (std::isfinite(value))
            smallest = std::min(smallest, value);
        else
            allFinite = false;
    }
    if (allFinite) return;
    if (smallest == std::numeric_limits<float>::max()) smallest = 0;
    for (float& value : values)
        if (!std::isfinite(value)) value = smallest;
}

/// Calls put(x, value) along one row. Unit stride is kept apart: the compiler makes vector code of it.
template <class T, class F>
void forRow(const T* row, std::size_t stride, int count, F&& put) {
    if (stride == 1)
        for (int x = 0; x < count; ++x) put(x, row[x]);
    else
        for (int x = 0; x < count; ++x) put(x, row[static_cast<std::size_t>(x) * stride]);
}

}  // namespace

void readSlice(const imaging::Volume& volume, int axis, int index, std::span<float> out) {
    const auto layout = imaging::sliceLayout(volume.geometry, axis);
    const imaging::SliceStrides strides(volume.geometry.size, axis, index);
    volume.visit([&]<class T>(const T* data, std::size_t) {
        const bool scaled = volume.slope != 1 || volume.intercept != 0;
        inRowThreads(layout.height, layout.width, strides.x, [&](int first, int last) {
            for (int y = first; y < last; ++y) {
                float* to = out.data() + static_cast<std::size_t>(y) * layout.width;
                const T* row = data + strides.at(0, y);
                if (scaled)
                    forRow(row, strides.x, layout.width, [&](int x, T value) {
                        to[x] = static_cast<float>(static_cast<double>(value) * volume.slope + volume.intercept);
                    });
                else
                    forRow(row, strides.x, layout.width, [&](int x, T value) { to[x] = static_cast<float>(value); });
            }
        });
        if (std::is_floating_point_v<T> || scaled) replaceNonFinite(out);
    });
}

double valueAt(const imaging::Volume& volume, const std::array<int, 3>& voxel) {
    const auto& size = volume.geometry.size;
    const auto at = static_cast<std::size_t>(voxel[0] + size[0] * (voxel[1] + size[1] * std::int64_t{voxel[2]}));
    return volume.visit(
        [&](const auto* data, std::size_t) { return static_cast<double>(data[at]) * volume.slope + volume.intercept; });
}

}  // namespace protolabel::viewer
