#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <vector>

#include "viewer/base/region.h"

namespace protolabel::viewer {

/// Where views read label ids: the annotation, or the proposals painted into one map.
/// `read` is also called from the thread that extracts surfaces, while the owner goes on writing; an implementation
/// makes each call consistent in itself (DenseLabels: with a lock held for one call).
class LabelSource {
public:
    virtual ~LabelSource() = default;
    /// Ids of `rect` (within the slice) of slice `index` along `axis`, row by row, into `out` (rect.area() ids).
    virtual void read(int axis, int index, const Rect& rect, std::span<std::uint16_t> out) const = 0;
};

/// Ids in memory, 2 bytes per voxel, i fastest, shared with whoever draws.
class DenseLabels : public LabelSource {
public:
    /// `voxels` (not resized from now on) may be a part of a larger object that stays alive with it (shared_ptr's aliasing constructor).
    DenseLabels(const labels::Index3& size, std::shared_ptr<const std::vector<std::uint16_t>> voxels);

    void read(int axis, int index, const Rect& rect, std::span<std::uint16_t> out) const override;

    /// To be held while the voxels are changed; reading waits meanwhile.
    [[nodiscard]] std::unique_lock<std::shared_mutex> lock() const { return std::unique_lock(mutex_); }

private:
    std::array<std::int64_t, 3> size_;
    std::shared_ptr<const std::vector<std::uint16_t>> voxels_;
    mutable std::shared_mutex mutex_;
};

}  // namespace protolabel::viewer
