#include "core/workflow/components.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace protolabel::workflow {

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

class Sets {
public:
    explicit Sets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);  // the root is a component's first run
    }

private:
    std::vector<std::size_t> parent_;
};

/// Joins the runs of two rows that touch; both are sorted by `begin`.
void joinRows(const std::vector<Run>& runs, std::size_t a, std::size_t aEnd, std::size_t b, std::size_t bEnd,
              Sets& sets) {
    while (a < aEnd && b < bEnd) {
        if (runs[a].begin < runs[b].end && runs[b].begin < runs[a].end) sets.join(a, b);
        runs[a].end < runs[b].end ? ++a : ++b;
    }
}

}  // namespace

void keepLargestComponent(MaskStack& stack) {
    const auto runs = runsOf(stack);
    if (runs.empty()) return;
    std::map<std::pair<int, int>, std::pair<std::size_t, std::size_t>> rows;  // (slice, row) -> its runs
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto& row = rows.try_emplace({runs[i].slice, runs[i].row}, i, i).first->second;
        row.second = i + 1;
    }
    Sets sets(runs.size());
    for (const auto& [place, row] : rows)
        for (const auto& neighbour :
             {std::pair{place.first, place.second - 1}, std::pair{place.first - 1, place.second}})
            if (const auto found = rows.find(neighbour); found != rows.end())
                joinRows(runs, found->second.first, found->second.second, row.first, row.second, sets);

    std::vector<std::int64_t> sizes(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) sizes[sets.find(i)] += runs[i].end - runs[i].begin;
    const auto largest = static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (sets.find(i) == largest) continue;
        auto& mask = stack[runs[i].slice];
        for (int x = runs[i].begin; x < runs[i].end; ++x) mask.at(x, runs[i].row) = 0;
    }
}

}  // namespace protolabel::workflow
