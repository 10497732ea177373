#include "core/fewshot/edge_order.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "tests/support/check.h"

using protolabel::fewshot::sortByCost;
using protolabel::fewshot::WeightedEdges;

namespace {

struct Sorted {
    std::vector<double> costs;
    std::vector<std::uint32_t> edges;
};

/// Edge i costs costs[i].
Sorted sorted(const std::vector<double>& costs, int threads) {
    WeightedEdges edges(costs.size());
    std::copy(costs.begin(), costs.end(), edges.costs.get());
    std::iota(edges.edges.get(), edges.edges.get() + edges.count, 0u);
    sortByCost(edges, threads);
    return {{edges.costs.get(), edges.costs.get() + edges.count}, {edges.edges.get(), edges.edges.get() + edges.count}};
}

std::vector<double> manyTies(int count) {
    std::vector<double> costs;
    std::uint64_t state = 12345;
    for (int i = 0; i < count; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        costs.push_back(static_cast<double>((state >> 33) % 37));
    }
    return costs;
}

}  // namespace

// Expected orders: numpy 1.24.2, np.argsort of the same numbers.
TEST(equal_costs_come_in_the_order_of_numpy) {
    std::vector<double> costs;
    for (int i = 0; i < 20; ++i) costs.push_back((i * 7) % 5);
    const auto edges = sorted(costs, 1);
    const std::vector<std::uint32_t> expected{0, 15, 5, 10, 3, 8, 18, 13, 1, 16, 6, 11, 14, 9, 4, 19, 7, 2, 17, 12};
    CHECK(edges.edges == expected);
}

TEST(long_inputs_come_in_the_order_of_numpy) {
    const auto edges = sorted(manyTies(5000), 1);
    CHECK(std::is_sorted(edges.costs.begin(), edges.costs.end()));
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < edges.edges.size(); ++i) sum += (i + 1) * edges.edges[i];
    CHECK_EQ(sum % 1000000007u, 375621775u);
}

TEST(threads_do_not_change_the_order) {
    const auto one = sorted(manyTies(700000), 1);
    const auto four = sorted(manyTies(700000), 4);
    CHECK(one.edges == four.edges);
    CHECK(std::is_sorted(four.costs.begin(), four.costs.end()));
}

TEST(short_and_hostile_inputs_are_sorted) {
    for (const int count : {0, 1, 2, 17, 18}) {
        std::vector<double> falling(count);
        for (int i = 0; i < count; ++i) falling[i] = count - i;
        const auto edges = sorted(falling, 2);
        CHECK(std::is_sorted(edges.costs.begin(), edges.costs.end()));
    }
    std::vector<double> organ;  // rising then falling: bad pivots again and again
    for (int i = 0; i < 50000; ++i) organ.push_back(std::min(i, 50000 - i));
    const auto edges = sorted(organ, 1);
    CHECK(std::is_sorted(edges.costs.begin(), edges.costs.end()));
    for (std::size_t i = 0; i < organ.size(); ++i) CHECK_EQ(edges.costs[i], organ[edges.edges[i]]);
}
