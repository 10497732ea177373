#include "core/labels/voxel_runs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace protolabel::labels {

namespace {

bool sameRow(const VoxelRun& a, const VoxelRun& b) {
    return a.k == b.k && a.j == b.j;
}

/// Appends a run that does not begin before the last one.
void append(VoxelRuns& runs, const VoxelRun& run) {
    if (!runs.empty() && sameRow(runs.back(), run) && run.begin <= runs.back().end)
        runs.back().end = std::max(runs.back().end, run.end);
    else
        runs.push_back(run);
}

}  // namespace

void normalize(VoxelRuns& runs) {
    std::sort(runs.begin(), runs.end());
    VoxelRuns joined;
    joined.reserve(runs.size());
    for (const auto& run : runs) append(joined, run);
    runs = std::move(joined);
}

std::int64_t voxelCount(const VoxelRuns& runs) {
    std::int64_t count = 0;
    for (const auto& run : runs) count += run.end - run.begin;
    return count;
}

Box boundsOf(const VoxelRuns& runs) {
    Box box;
    for (const auto& run : runs) box = box.united({{run.begin, run.j, run.k}, {run.end, run.j + 1, run.k + 1}});
    return box;
}

VoxelRuns united(const VoxelRuns& a, const VoxelRuns& b) {
    VoxelRuns both;
    both.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    VoxelRuns result;
    result.reserve(both.size());
    for (const auto& run : both) append(result, run);
    return result;
}

VoxelRuns subtracted(const VoxelRuns& a, const VoxelRuns& b) {
    VoxelRuns result;
    auto cut = b.begin();
    for (auto run : a) {
        const std::pair row(run.k, run.j);
        while (cut != b.end() && (std::pair(cut->k, cut->j) < row || (sameRow(*cut, run) && cut->end <= run.begin)))
            ++cut;
        for (auto c = cut; c != b.end() && sameRow(*c, run) && c->begin < run.end; ++c) {
            if (c->begin > run.begin) result.push_back({run.k, run.j, run.begin, c->begin});
            run.begin = std::max(run.begin, c->end);
        }
        if (run.begin < run.end) result.push_back(run);
    }
    return result;
}

VoxelRuns intersected(const VoxelRuns& a, const VoxelRuns& b) {
    return subtracted(a, subtracted(a, b));
}

VoxelRuns clipped(const VoxelRuns& runs, const Box& box) {
    VoxelRuns result;
    for (auto run : runs) {
        if (!box.contains({box.lower[0], run.j, run.k})) continue;
        run.begin = std::max(run.begin, box.lower[0]);
        run.end = std::min(run.end, box.upper[0]);
        if (run.begin < run.end) result.push_back(run);
    }
    return result;
}

VoxelRuns shifted(VoxelRuns runs, int axis, int by) {
    const Index3 step{axis == 0 ? by : 0, axis == 1 ? by : 0, axis == 2 ? by : 0};
    for (auto& run : runs) run = {run.k + step[2], run.j + step[1], run.begin + step[0], run.end + step[0]};
    return runs;
}

VoxelRuns runsOf(const LabelVolume& volume, std::uint16_t label, const Box& box) {
    const auto inside = box.intersected(volume.grid().box());
    VoxelRuns runs;
    for (int k = inside.lower[2]; k < inside.upper[2]; ++k)
        for (int j = inside.lower[1]; j < inside.upper[1]; ++j) {
            const auto* row = volume.row(j, k);
            const auto* const end = row + inside.upper[0];
            for (const auto* at = row + inside.lower[0]; (at = std::find(at, end, label)) != end;) {
                const auto* const stop = std::find_if(at, end, [label](std::uint16_t v) { return v != label; });
                runs.push_back({k, j, static_cast<int>(at - row), static_cast<int>(stop - row)});
                at = stop;
            }
        }
    return runs;
}

VoxelRuns inPlane(const std::vector<PlaneRun>& runs, const Plane& plane) {
    VoxelRuns rows;  // in the plane: k = 0, j = y, i = x
    for (const auto& run : runs)
        if (run.begin < run.end) rows.push_back({0, run.y, run.begin, run.end});
    normalize(rows);
    VoxelRuns result;
    for (const auto& row : rows) {
        const auto first = plane.voxel(row.begin, row.j);
        if (plane.axis != 0) {
            result.push_back({first[2], first[1], row.begin, row.end});
            continue;
        }
        for (int x = row.begin; x < row.end; ++x) result.push_back({row.j, x, plane.slice, plane.slice + 1});
    }
    return result;
}

VoxelRuns inPlane(const Mask& mask, const Plane& plane) {
    std::vector<PlaneRun> runs;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
            if (mask.at(x, y) == 0) continue;
            const int begin = x;
            while (++x < mask.width && mask.at(x, y) != 0) {
            }
            runs.push_back({y, begin, x});
        }
    return inPlane(runs, plane);
}

VoxelMask toMask(const VoxelRuns& runs, const Box& box, const Spacing3& spacing) {
    VoxelMask mask({box.extent(2), box.extent(1), box.extent(0)}, {spacing[2], spacing[1], spacing[0]});
    for (const auto& run : clipped(runs, box)) {
        const auto first = mask.index(run.k - box.lower[2], run.j - box.lower[1], run.begin - box.lower[0]);
        std::fill_n(mask.voxels.begin() + static_cast<std::ptrdiff_t>(first), run.end - run.begin, std::uint8_t{1});
    }
    return mask;
}

VoxelRuns toRuns(const VoxelMask& mask, const Index3& lower) {
    const Box box{lower, {lower[0] + mask.size[2], lower[1] + mask.size[1], lower[2] + mask.size[0]}};
    return runsWhere(box, [&](int i, int j, int k) {
        return mask.voxels[mask.index(k - lower[2], j - lower[1], i - lower[0])] != 0;
    });
}

}  // namespace protolabel::labels
