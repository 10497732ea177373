#include "core/fewshot/edge_order.h"

#include <algorithm>
#include <numeric>

#include "tests/support/check.h"

using protolabel::fewshot::sortByCost;
using protolabel::fewshot::WeightedEdges;

namespace {

WeightedEdges edgesOf(std::vector<double> costs) {
    WeightedEdges edges{std::move(costs), {}};
    edges.edges.resize(edges.costs.size());
    std::iota(edges.edges.begin(), edges.edges.end(), 0u);
    return edges;
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
    auto edges = edgesOf(costs);
    sortByCost(edges, 1);
    const std::vector<std::uint32_t> expected{0, 15, 5, 10, 3, 8, 18, 13, 1, 16, 6, 11, 14, 9, 4, 19, 7, 2, 17, 12};
    CHECK(edges.edges == expected);
}

TEST(long_inputs_come_in_the_order_of_numpy) {
    auto edges = edgesOf(manyTies(5000));
    sortByCost(edges, 1);
    CHECK(std::is_sorted(edges.costs.begin(), edges.costs.end()));
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < edges.edges.size(); ++i) sum += (i + 1) * edges.edges[i];
    CHECK_EQ(sum % 1000000007u, 375621775u);
}

TEST(threads_do_not_change_the_order) {
    auto one = edgesOf(manyTies(700000));
    auto four = one;
    sortByCost(one, 1);
    sortByCost(four, 4);
    CHECK(one.edges == four.edges);
    CHECK(std::is_sorted(four.costs.begin(), four.costs.end()));
}

TEST(short_and_hostile_inputs_are_sorted) {
    for (const int count : {0, 1, 2, 17, 18}) {
        std::vector<double> falling(count);
        for (int i = 0; i < count; ++i) falling[i] = count - i;
        auto edges = edgesOf(falling);
        sortByCost(edges, 2);
        CHECK(std::is_sorted(edges.costs.begin(), edges.costs.end()));
    }
    std::vector<double> organ;  // rising then falling: bad pivots again and again
    for (int i = 0; i < 50000; ++i) organ.push_back(std::min(i, 50000 - i));
    auto edges = edgesOf(organ);
    sortByCost(edges, 1);
    CHECK(std::is_sorted(edges.costs.begin(), edges.costs.end()));
    for (std::size_t i = 0; i < organ.size(); ++i) CHECK_EQ(edges.costs[i], organ[edges.edges[i]]);
}
