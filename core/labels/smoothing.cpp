#include "core/labels/smoothing.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/labels/slabs.h"

namespace protolabel::labels {

namespace {

/// Half of a Gaussian cut off at four standard deviations, in voxels; not normalised, as the share divides by its sum.
std::vector<float> kernelOf(double sigma) {
    std::vector<float> kernel(static_cast<std::size_t>(4 * sigma + 0.5) + 1);
    for (std::size_t n = 0; n < kernel.size(); ++n)
        kernel[n] = static_cast<float>(std::exp(-0.5 * static_cast<double>(n * n) / (sigma * sigma)));
    return kernel;
}

/// Convolves every line of `length` values, `stride` apart, in a dense block.
void convolve(std::vector<float>& values, std::size_t stride, std::size_t length, const std::vector<float>& kernel) {
    std::vector<float> padded;
    const auto reach = kernel.size() - 1;
    for (std::size_t block = 0; block < values.size(); block += stride * length)
        for (std::size_t at = block; at < block + stride; ++at) {
            padded.assign(length + 2 * reach, 0);
            for (std::size_t n = 0; n < length; ++n) padded[n + reach] = values[at + n * stride];
            for (std::size_t n = 0; n < length; ++n) {
                float sum = kernel[0] * padded[n + reach];
                for (std::size_t d = 1; d <= reach; ++d)
                    sum += kernel[d] * (padded[n + reach - d] + padded[n + reach + d]);
                values[at + n * stride] = sum;
            }
        }
}

/// p of the voxels of one box, which reads `mask` of the object and of the voxels that count.
class Shares {
public:
    Shares(const VoxelRuns& runs, const VoxelRuns& others, double sigma, const Box& bounds, const Spacing3& spacing)
        : runs_(runs), others_(others), bounds_(bounds), spacing_(spacing) {
        for (int a = 0; a < 3; ++a) kernels_[a] = kernelOf(sigma / spacing[a]);
    }

    Index3 reach() const {
        Index3 reach{};
        for (int a = 0; a < 3; ++a) reach[a] = static_cast<int>(std::min<std::size_t>(kernels_[a].size() - 1, 65535));
        return reach;
    }

    /// Calls f(i, j, k, p) for the voxels of `part` that are not others'.
    template <class F>
    void forEach(const Box& part, F&& f) const {
        const auto read = part.grown(reach()).intersected(bounds_);
        const auto object = toMask(runs_, read, spacing_), blocked = toMask(others_, read, spacing_);
        std::vector<float> share(object.voxels.begin(), object.voxels.end()), all(share.size());
        for (std::size_t n = 0; n < all.size(); ++n) {
            all[n] = blocked.voxels[n] != 0 ? 0.0F : 1.0F;
            share[n] *= all[n];
        }
        std::size_t stride = 1;
        for (int a = 0; a < 3; ++a) {
            const auto length = static_cast<std::size_t>(read.extent(a));
            convolve(share, stride, length, kernels_[a]);
            convolve(all, stride, length, kernels_[a]);
            stride *= length;
        }
        for (int k = part.lower[2]; k < part.upper[2]; ++k)
            for (int j = part.lower[1]; j < part.upper[1]; ++j)
                for (int i = part.lower[0]; i < part.upper[0]; ++i) {
                    const auto at = object.index(k - read.lower[2], j - read.lower[1], i - read.lower[0]);
                    if (blocked.voxels[at] == 0) f(i, j, k, share[at] / all[at]);
                }
    }

private:
    const VoxelRuns& runs_;
    const VoxelRuns& others_;
    Box bounds_;
    Spacing3 spacing_;
    std::array<std::vector<float>, 3> kernels_;
};

constexpr int kLevels = 4096;

/// The level in kLevels/4 .. 3 kLevels/4 from which on the histogram's count comes closest to `wanted`.
int levelFor(const std::vector<std::int64_t>& histogram, std::int64_t wanted) {
    std::int64_t count = 0;
    for (int level = kLevels; level > 3 * kLevels / 4; --level) count += histogram[static_cast<std::size_t>(level)];
    int level = 3 * kLevels / 4 + 1;
    while (level > kLevels / 4) {
        const auto next = count + histogram[static_cast<std::size_t>(level - 1)];
        if (next - wanted > wanted - count) break;
        count = next;
        --level;
    }
    return level;
}

}  // namespace

VoxelRuns smoothed(const VoxelRuns& runs, const VoxelRuns& others, double sigma, const Box& bounds,
                   const Spacing3& spacing, JobControl& control) {
    const auto object = clipped(runs, bounds);
    if (object.empty() || !(sigma > 0)) return object;
    const Shares shares(object, others, sigma, bounds, spacing);
    const auto box = boundsOf(object).grown(shares.reach()).intersected(bounds);
    const auto level = [](float p) { return static_cast<int>(std::lround(std::clamp(p, 0.0F, 1.0F) * kLevels)); };

    std::vector<std::int64_t> histogram(kLevels + 1);
    forEachSlab(box, shares.reach()[2], [&](const Box& part) {
        control.check();
        shares.forEach(part, [&](int, int, int, float p) { ++histogram[static_cast<std::size_t>(level(p))]; });
    });
    const int threshold = levelFor(histogram, voxelCount(subtracted(object, others)));

    VoxelRuns result;
    forEachSlab(box, shares.reach()[2], [&](const Box& part) {
        control.check();
        shares.forEach(part, [&](int i, int j, int k, float p) {
            if (level(p) >= threshold) result.push_back({k, j, i, i + 1});
        });
    });
    normalize(result);
    return result;
}

}  // namespace protolabel::labels
