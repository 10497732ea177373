#include "core/labels/morphology.h"

#include <algorithm>
#include <cmath>

#include "core/labels/distance_transform.h"
#include "core/labels/slabs.h"

namespace protolabel::labels {

VoxelRuns grown(const VoxelRuns& runs, double mm, const Box& bounds, const Spacing3& spacing, JobControl& control) {
    if (!(mm > 0)) return clipped(runs, bounds);
    Index3 reach{};
    for (int a = 0; a < 3; ++a)
        reach[a] = static_cast<int>(std::min(std::floor(mm / spacing[a] + 1e-6), bounds.extent(a) + 1.0));
    const double limit = mm * mm * (1 + 1e-9);
    VoxelRuns result;
    forEachSlab(boundsOf(runs).grown(reach).intersected(bounds), reach[2], [&](const Box& part) {
        control.check();
        const auto read = part.grown({0, 0, reach[2]}).intersected(bounds);
        const auto mask = toMask(runs, read, spacing);
        const auto distances = squaredDistances(mask);
        const auto near = runsWhere(part, [&](int i, int j, int k) {
            return distances[mask.index(k - read.lower[2], j - read.lower[1], i - read.lower[0])] <= limit;
        });
        result.insert(result.end(), near.begin(), near.end());
    });
    return result;
}

VoxelRuns shrunk(const VoxelRuns& runs, double mm, const Box& bounds, const Spacing3& spacing, JobControl& control) {
    // The nearest voxel outside is never farther than one step beyond the object's box.
    const auto box = boundsOf(runs).grown({1, 1, 1}).intersected(bounds);
    const auto outside = subtracted(runsWhere(box, [](int, int, int) { return true; }), runs);
    return subtracted(clipped(runs, bounds), grown(outside, mm, box, spacing, control));
}

}  // namespace protolabel::labels
