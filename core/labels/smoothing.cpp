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

/// Convolves every line of `length` values, `stride` apart, in a dense block; neighbouring lines together, as memory likes it.
void convolve(std::vector<float>& values, std::size_t stride, std::size_t length, const std::vector<float>& kernel) {
    constexpr std::size_t kTogether = 512;
    const auto reach = kernel.size() - 1;
    std::vector<float> padded;
    for (std::size_t block = 0; block < values.size(); block += stride * length)
        for (std::size_t first = 0; first < stride; first += kTogether) {
            const auto lines = std::min(kTogether, stride - first);
            padded.assign((length + 2 * reach) * lines, 0);
            for (std::size_t n = 0; n < length; ++n)
                std::copy_n(&values[block + n * stride + first], lines, &padded[(n + reach) * lines]);
            for (std::size_t n = 0; n < length; ++n) {
                float* const out = &values[block + n * stride + first];
                for (std::size_t line = 0; line < lines; ++line) out[line] *= kernel[0];
                for (std::size_t d = 1; d <= reach; ++d) {
                    const float weight = kernel[d];
                    const float* const low = &padded[(n + reach - d) * lines];
                    const float* const high = &padded[(n + reach + d) * lines];
                    for (std::size_t line = 0; line < lines; ++line) out[line] += weight * (low[line] + high[line]);
                }
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
constexpr int kLowest = kLevels / 4, kHighest = 3 * kLevels / 4;

/// The level in kLowest .. kHighest + 1 from which on the count of voxels comes closest to `wanted`; `histogram` counts those of each level, and
/// `above` those beyond kHighest.
int levelFor(const std::vector<std::int64_t>& histogram, std::int64_t above, std::int64_t wanted) {
    std::int64_t count = above;
    int level = kHighest + 1;
    for (; level > kLowest; --level) {
        const auto next = count + histogram[static_cast<std::size_t>(level - 1 - kLowest)];
        if (next - wanted > wanted - count) break;
        count = next;
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

    // Most voxels are in or out at any level; only the others, a shell of a few voxels, are kept with theirs.
    struct Undecided {
        VoxelRun voxel;
        int level;
    };
    std::vector<Undecided> undecided;
    std::vector<std::int64_t> histogram(kHighest - kLowest + 1);
    VoxelRuns result;
    forEachSlab(box, shares.reach()[2], [&](const Box& part) {
        control.check();
        shares.forEach(part, [&](int i, int j, int k, float p) {
            const auto level = static_cast<int>(std::lround(p * kLevels));
            if (level > kHighest) {
                result.push_back({k, j, i, i + 1});
            } else if (level >= kLowest) {
                undecided.push_back({{k, j, i, i + 1}, level});
                ++histogram[static_cast<std::size_t>(level - kLowest)];
            }
        });
        normalize(result);
    });
    const int threshold = levelFor(histogram, voxelCount(result), voxelCount(subtracted(object, others)));
    for (const auto& [voxel, level] : undecided)
        if (level >= threshold) result.push_back(voxel);
    normalize(result);
    return result;
}

}  // namespace protolabel::labels
