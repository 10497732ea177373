#include "core/labels/flood_fill.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace protolabel::labels {

namespace {

constexpr std::size_t kRunsBetweenChecks = 65536;

/// One bit a voxel of a box; every row begins with a word of its own.
class Bits {
public:
    explicit Bits(const Box& box)
        : box_(box),
          words_((static_cast<std::size_t>(box.extent(0)) + 63) / 64),
          bits_(words_ * static_cast<std::size_t>(box.extent(1)) * static_cast<std::size_t>(box.extent(2))) {}

    bool at(int i, int j, int k) const {
        const auto x = static_cast<unsigned>(i - box_.lower[0]);
        return (bits_[row(j, k) + x / 64] >> x % 64 & 1) != 0;
    }

    void set(const VoxelRun& run) {
        auto* const words = &bits_[row(run.j, run.k)];
        for (auto x = static_cast<unsigned>(run.begin - box_.lower[0]),
                  end = static_cast<unsigned>(run.end - box_.lower[0]);
             x < end;) {
            const unsigned first = x % 64, count = std::min(64 - first, end - x);
            words[x / 64] |= (count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1) << first;
            x += count;
        }
    }

    VoxelRuns runs() const {
        VoxelRuns runs;
        for (int k = box_.lower[2]; k < box_.upper[2]; ++k)
            for (int j = box_.lower[1]; j < box_.upper[1]; ++j)
                for (int i = next(box_.lower[0], j, k, true); i < box_.upper[0];) {
                    const int end = next(i, j, k, false);
                    runs.push_back({k, j, i, end});
                    i = next(end, j, k, true);
                }
        return runs;
    }

private:
    std::size_t row(int j, int k) const {
        return words_ * (static_cast<std::size_t>(k - box_.lower[2]) * static_cast<std::size_t>(box_.extent(1)) +
                         static_cast<std::size_t>(j - box_.lower[1]));
    }

    /// The first voxel of the row from i on that is set (or not); the row's end when there is none.
    int next(int i, int j, int k, bool set) const {
        const auto* const words = &bits_[row(j, k)];
        auto x = static_cast<unsigned>(i - box_.lower[0]);
        const auto width = static_cast<unsigned>(box_.extent(0));
        while (x < width) {
            const auto rest = (set ? words[x / 64] : ~words[x / 64]) >> x % 64;
            if (rest != 0)
                return box_.lower[0] +
                       static_cast<int>(std::min(x + static_cast<unsigned>(std::countr_zero(rest)), width));
            x = (x / 64 + 1) * 64;
        }
        return box_.upper[0];
    }

    Box box_;
    std::size_t words_;  ///< of a row
    std::vector<std::uint64_t> bits_;
};

/// Runs at a time (Smith 1979): a run is extended as far as it goes, and the runs it touches in the four neighbouring rows are queued.
template <class Inside>
VoxelRuns flood(const Index3& seed, const Box& box, JobControl& control, Inside&& inside) {
    if (!inside(seed[0], seed[1], seed[2])) return {};
    Bits seen(box);
    std::vector<Index3> queue{seed};
    for (std::size_t runs = 1; !queue.empty(); ++runs) {
        if (runs % kRunsBetweenChecks == 0) control.check();
        const auto [i, j, k] = queue.back();
        queue.pop_back();
        if (seen.at(i, j, k)) continue;
        VoxelRun run{k, j, i, i + 1};
        while (run.begin > box.lower[0] && inside(run.begin - 1, j, k)) --run.begin;
        while (run.end < box.upper[0] && inside(run.end, j, k)) ++run.end;
        seen.set(run);

        for (const auto& [dj, dk] : {std::pair(-1, 0), std::pair(1, 0), std::pair(0, -1), std::pair(0, 1)}) {
            const int y = j + dj, z = k + dk;
            if (!box.contains({run.begin, y, z})) continue;
            for (int x = run.begin; x < run.end; ++x) {
                if (!inside(x, y, z)) continue;
                if (!seen.at(x, y, z)) queue.push_back({x, y, z});  // runs are seen as a whole or not at all
                while (++x < run.end && inside(x, y, z)) {
                }
            }
        }
    }
    return seen.runs();
}

}  // namespace

VoxelRuns floodLabel(const LabelVolume& volume, const Index3& seed, const Box& within, JobControl& control) {
    const auto box = within.intersected(volume.grid().box());
    if (!box.contains(seed)) return {};
    const auto wanted = volume.at(seed);
    return flood(seed, box, control, [&](int i, int j, int k) { return volume.row(j, k)[i] == wanted; });
}

VoxelRuns floodSimilar(const LabelVolume& volume, const ScalarView& image, const IntensityRange& range,
                       const Index3& seed, const Box& within, JobControl& control) {
    const auto box = within.intersected(volume.grid().box());
    if (!box.contains(seed)) return {};
    const auto wanted = volume.at(seed);
    const auto& grid = volume.grid();
    return flood(seed, box, control, [&](int i, int j, int k) {
        return volume.row(j, k)[i] == wanted && range.contains(image[grid.offset(i, j, k)]);
    });
}

}  // namespace protolabel::labels
