#include "viewer/base/label_source.h"

#include "core/imaging/slicing.h"
#include "viewer/base/row_threads.h"

namespace protolabel::viewer {

DenseLabels::DenseLabels(const labels::Index3& size, std::shared_ptr<const std::vector<std::uint16_t>> voxels)
    : size_{size[0], size[1], size[2]}, voxels_(std::move(voxels)) {}

void DenseLabels::read(int axis, int index, const Rect& rect, std::span<std::uint16_t> out) const {
    const std::shared_lock guard(mutex_);
    const imaging::SliceStrides strides(size_, axis, index);
    inRowThreads(rect.height, rect.width, strides.x, [&](int first, int last) {
        std::uint16_t* to = out.data() + static_cast<std::size_t>(first) * rect.width;
        for (int y = first; y < last; ++y) {
            const std::uint16_t* row = voxels_->data() + strides.at(rect.x, rect.y + y);
            for (int x = 0; x < rect.width; ++x) *to++ = row[static_cast<std::size_t>(x) * strides.x];
        }
    });
}

}  // namespace protolabel::viewer
