#include "core/labels/components.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/labels/disjoint_sets.h"

namespace protolabel::labels {

namespace {

/// Pixels [begin, end) of one row.
struct Run {
    int slice, row, begin, end;
};

std::vector<Run> runsOf(const MaskStack& stack) {
    std::vector<Run> runs;
    for (const auto& [slice, mask] : stack)
        for (int y = 0; y < mask.height; ++y)
            for (int x = 0; x < mask.width; ++x) {
                if (mask.at(x, y) == 0) continue;
                const int begin = x;
                while (x < mask.width && mask.at(x, y) != 0) ++x;
                runs.push_back({slice, y, begin, x});
            }
    return runs;
}

/// Joins the runs of two rows that touch; both are sorted by `begin`.
void joinRows(const std::vector<Run>& runs, std::uint32_t a, std::uint32_t aEnd, std::uint32_t b, std::uint32_t bEnd,
              DisjointSets& sets) {
    while (a < aEnd && b < bEnd) {
        if (runs[a].begin < runs[b].end && runs[b].begin < runs[a].end) {
            const auto first = sets.root(a), second = sets.root(b);
            if (first != second) sets.join(first, second);
        }
        runs[a].end < runs[b].end ? ++a : ++b;
    }
}

}  // namespace

void keepLargestComponent(MaskStack& stack) {
    const auto runs = runsOf(stack);
    if (runs.empty()) return;
    std::map<std::pair<int, int>, std::pair<std::uint32_t, std::uint32_t>> rows;  // (slice, row) -> its runs
    const auto count = static_cast<std::uint32_t>(runs.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        auto& row = rows.try_emplace({runs[i].slice, runs[i].row}, i, i).first->second;
        row.second = i + 1;
    }
    DisjointSets sets(count);
    for (const auto& [place, row] : rows)
        for (const auto& neighbour :
             {std::pair{place.first, place.second - 1}, std::pair{place.first - 1, place.second}})
            if (const auto found = rows.find(neighbour); found != rows.end())
                joinRows(runs, found->second.first, found->second.second, row.first, row.second, sets);

    std::vector<std::int64_t> sizes(runs.size());
    for (std::uint32_t i = 0; i < count; ++i) sizes[sets.root(i)] += runs[i].end - runs[i].begin;
    const auto largest = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (sets.root(i) == largest) continue;
        auto& mask = stack[runs[i].slice];
        for (int x = runs[i].begin; x < runs[i].end; ++x) mask.at(x, runs[i].row) = 0;
    }
}

}  // namespace protolabel::labels
