#include "core/labels/flood_fill.h"

#include <vector>

namespace protolabel::labels {

namespace {

constexpr int kRunsBetweenChecks = 65536;

/// Runs at a time (Smith 1979): a run is extended as far as it goes, and the runs it touches in the four neighbouring rows are queued.
template <class Inside>
VoxelRuns flood(const Index3& seed, const Box& box, JobControl& control, Inside&& inside) {
    VoxelRuns filled;
    if (!box.contains(seed) || !inside(seed[0], seed[1], seed[2])) return filled;
    const auto width = static_cast<std::size_t>(box.extent(0)), height = static_cast<std::size_t>(box.extent(1));
    std::vector<bool> seen(static_cast<std::size_t>(box.voxels()));
    const auto place = [&](int i, int j, int k) {
        return (static_cast<std::size_t>(k - box.lower[2]) * height + static_cast<std::size_t>(j - box.lower[1])) *
                   width +
               static_cast<std::size_t>(i - box.lower[0]);
    };
    const auto open = [&](int i, int j, int k) { return !seen[place(i, j, k)] && inside(i, j, k); };

    std::vector<Index3> queue{seed};
    while (!queue.empty()) {
        const auto [i, j, k] = queue.back();
        queue.pop_back();
        if (seen[place(i, j, k)]) continue;
        VoxelRun run{k, j, i, i + 1};
        while (run.begin > box.lower[0] && inside(run.begin - 1, j, k)) --run.begin;
        while (run.end < box.upper[0] && inside(run.end, j, k)) ++run.end;
        for (int x = run.begin; x < run.end; ++x) seen[place(x, j, k)] = true;
        filled.push_back(run);
        if (filled.size() % kRunsBetweenChecks == 0) control.check();

        for (const auto& [dj, dk] : {std::pair(-1, 0), std::pair(1, 0), std::pair(0, -1), std::pair(0, 1)}) {
            const int y = j + dj, z = k + dk;
            if (!box.contains({run.begin, y, z})) continue;
            for (int x = run.begin; x < run.end; ++x) {
                if (!open(x, y, z)) continue;
                queue.push_back({x, y, z});
                while (++x < run.end && inside(x, y, z)) {
                }
            }
        }
    }
    normalize(filled);
    return filled;
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
