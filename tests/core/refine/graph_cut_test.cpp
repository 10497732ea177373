#include "core/refine/graph_cut.h"

#include <limits>
#include <random>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;

namespace {

TEST(a_chain_is_cut_where_it_is_cheapest) {
    // 0 wants in (10), 3 wants out (10); between them edges of 5, 2 and 7.
    GraphCut cut(4);
    cut.addNode(0, 10, 0);
    cut.addNode(3, 0, 10);
    cut.addEdge(0, 1, 5);
    cut.addEdge(1, 2, 2);
    cut.addEdge(2, 3, 7);
    CHECK((cut.inside() == std::vector<bool>{true, true, false, false}));
}

TEST(a_weak_wish_gives_in_to_its_neighbours) {
    GraphCut cut(3);
    cut.addNode(0, 10, 0);
    cut.addNode(1, 0, 3);  // cheaper than two divided edges
    cut.addNode(2, 10, 0);
    cut.addEdge(0, 1, 2);
    cut.addEdge(1, 2, 2);
    CHECK((cut.inside() == std::vector<bool>{true, true, true}));
    GraphCut strong(3);
    strong.addNode(0, 10, 0);
    strong.addNode(1, 0, 5);
    strong.addNode(2, 10, 0);
    strong.addEdge(0, 1, 2);
    strong.addEdge(1, 2, 2);
    CHECK((strong.inside() == std::vector<bool>{true, false, true}));
}

TEST(nothing_to_divide) {
    CHECK(GraphCut(0).inside().empty());
    CHECK((GraphCut(2).inside() == std::vector<bool>{false, false}));
}

/// Every one of the 2^10 divisions is tried.
TEST(no_division_of_small_graphs_is_cheaper) {
    std::mt19937 random(7);
    constexpr std::size_t kNodes = 10;
    for (int trial = 0; trial < 40; ++trial) {
        struct Edge {
            std::size_t a, b;
            std::int64_t cost;
        };
        std::vector<std::pair<std::int64_t, std::int64_t>> wishes;
        std::vector<Edge> edges;
        GraphCut cut(kNodes);
        for (std::size_t n = 0; n < kNodes; ++n) {
            wishes.emplace_back(random() % 12, random() % 12);
            cut.addNode(n, wishes.back().first, wishes.back().second);
            for (std::size_t other = 0; other < n; ++other)
                if (random() % 3 == 0) {
                    edges.push_back({n, other, static_cast<std::int64_t>(random() % 8)});
                    cut.addEdge(n, other, edges.back().cost);
                }
        }
        const auto costOf = [&](auto&& inside) {
            std::int64_t cost = 0;
            for (std::size_t n = 0; n < kNodes; ++n) cost += inside(n) ? wishes[n].second : wishes[n].first;
            for (const auto& edge : edges) cost += inside(edge.a) != inside(edge.b) ? edge.cost : 0;
            return cost;
        };
        auto least = std::numeric_limits<std::int64_t>::max();
        for (unsigned division = 0; division < 1U << kNodes; ++division)
            least = std::min(least, costOf([&](std::size_t n) { return (division >> n & 1) != 0; }));
        const auto inside = cut.inside();
        CHECK_EQ(costOf([&](std::size_t n) { return static_cast<bool>(inside[n]); }), least);
    }
}

}  // namespace
