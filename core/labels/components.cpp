#include "core/labels/components.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/labels/disjoint_sets.h"

namespace protolabel::labels {

namespace {

/// Joins the runs of two rows that touch; both are sorted by `begin`.
void joinRows(const VoxelRuns& runs, std::uint32_t a, std::uint32_t aEnd, std::uint32_t b, std::uint32_t bEnd,
              DisjointSets& sets) {
    while (a < aEnd && b < bEnd) {
        if (runs[a].begin < runs[b].end && runs[b].begin < runs[a].end) {
            const auto first = sets.root(a), second = sets.root(b);
            if (first != second) sets.join(first, second);
        }
        runs[a].end < runs[b].end ? ++a : ++b;
    }
}

/// The runs [first, last) of one row.
struct Row {
    std::pair<int, int> place;  ///< k, j
    std::uint32_t first, last;
};

/// Per run the first run of its component.
std::vector<std::uint32_t> rootsOf(const VoxelRuns& runs) {
    const auto count = static_cast<std::uint32_t>(runs.size());
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::pair place(runs[i].k, runs[i].j);
        if (rows.empty() || rows.back().place != place) rows.push_back({place, i, i});
        rows.back().last = i + 1;
    }
    DisjointSets sets(count);
    for (const auto& [dk, dj] : {std::pair(0, 1), std::pair(1, 0)}) {
        auto neighbour = rows.begin();  // follows the rows, as both are sorted
        for (const auto& row : rows) {
            const std::pair wanted(row.place.first - dk, row.place.second - dj);
            while (neighbour->place < wanted) ++neighbour;
            if (neighbour->place == wanted)
                joinRows(runs, neighbour->first, neighbour->last, row.first, row.last, sets);
        }
    }
    std::vector<std::uint32_t> roots(count);
    for (std::uint32_t i = 0; i < count; ++i) roots[i] = sets.root(i);
    return roots;
}

std::vector<std::int64_t> sizesOf(const VoxelRuns& runs, const std::vector<std::uint32_t>& roots) {
    std::vector<std::int64_t> sizes(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) sizes[roots[i]] += runs[i].end - runs[i].begin;
    return sizes;
}

/// The runs whose root is wanted.
template <class Wanted>
VoxelRuns chosen(const VoxelRuns& runs, const std::vector<std::uint32_t>& roots, Wanted&& wanted) {
    VoxelRuns result;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (wanted(roots[i])) result.push_back(runs[i]);
    return result;
}

}  // namespace

std::vector<VoxelRuns> componentsOf(const VoxelRuns& runs) {
    const auto roots = rootsOf(runs);
    std::vector<std::size_t> place(runs.size());
    std::vector<VoxelRuns> components;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (roots[i] == i) {
            place[i] = components.size();
            components.emplace_back();
        }
        components[place[roots[i]]].push_back(runs[i]);
    }
    return components;
}

VoxelRuns largestComponent(const VoxelRuns& runs) {
    const auto roots = rootsOf(runs);
    const auto sizes = sizesOf(runs, roots);
    const auto largest = std::max_element(sizes.begin(), sizes.end()) - sizes.begin();
    return chosen(runs, roots, [&](std::uint32_t root) { return root == largest; });
}

VoxelRuns componentAt(const VoxelRuns& runs, const Index3& voxel) {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const VoxelRun& run) {
        return run.k == voxel[2] && run.j == voxel[1] && run.begin <= voxel[0] && voxel[0] < run.end;
    });
    if (found == runs.end()) return {};
    const auto roots = rootsOf(runs);
    const auto wanted = roots[static_cast<std::size_t>(found - runs.begin())];
    return chosen(runs, roots, [&](std::uint32_t root) { return root == wanted; });
}

VoxelRuns withoutIslands(const VoxelRuns& runs, std::int64_t minVoxels) {
    const auto roots = rootsOf(runs);
    const auto sizes = sizesOf(runs, roots);
    return chosen(runs, roots, [&](std::uint32_t root) { return sizes[root] >= minVoxels; });
}

VoxelRuns holesOf(const VoxelRuns& runs, const Box& box) {
    VoxelRuns all;
    for (int k = box.lower[2]; k < box.upper[2]; ++k)
        for (int j = box.lower[1]; j < box.upper[1]; ++j) all.push_back({k, j, box.lower[0], box.upper[0]});
    const auto outside = subtracted(all, runs);
    const auto roots = rootsOf(outside);
    const auto onBorder = [&](const VoxelRun& run) {
        const auto touches = [&](int axis, int first, int last) {
            return box.extent(axis) > 1 && (first == box.lower[axis] || last == box.upper[axis]);
        };
        return touches(0, run.begin, run.end) || touches(1, run.j, run.j + 1) || touches(2, run.k, run.k + 1);
    };
    std::vector<char> open(outside.size());
    for (std::size_t i = 0; i < outside.size(); ++i)
        if (onBorder(outside[i])) open[roots[i]] = 1;
    return chosen(outside, roots, [&](std::uint32_t root) { return open[root] == 0; });
}

bool isEmpty(const MaskStack& stack) {
    return std::all_of(stack.begin(), stack.end(), [](const auto& slice) { return countNonZero(slice.second) == 0; });
}

void keepLargestComponent(MaskStack& stack) {
    VoxelRuns runs;
    for (const auto& [slice, mask] : stack) {
        const auto shown = inPlane(mask, Plane{2, slice});
        runs.insert(runs.end(), shown.begin(), shown.end());
    }
    for (const auto& run : subtracted(runs, largestComponent(runs))) {
        auto& mask = stack[run.k];
        for (int x = run.begin; x < run.end; ++x) mask.at(x, run.j) = 0;
    }
}

}  // namespace protolabel::labels
