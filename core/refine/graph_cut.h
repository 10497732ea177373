#pragma once

#include <cstdint>
#include <vector>

namespace protolabel::refine {

/// The cheapest way to divide nodes into two sides: each node pays where it does not stand, neighbours pay where they are divided. Found as a maximum
/// flow (Dinic's algorithm: breadth-first levels, then blocking flows).
class GraphCut {
public:
    explicit GraphCut(std::size_t nodes) : first_(nodes, -1), excess_(nodes) {}

    /// `inside` is paid when the node stands outside, `outside` when it stands inside; both add up over calls. Not negative.
    void addNode(std::size_t node, std::int64_t inside, std::int64_t outside) { excess_[node] += inside - outside; }
    void addEdge(std::size_t a, std::size_t b, std::int64_t cost);

    /// Which nodes stand inside; of equally cheap divisions the one with the fewest. To be called once.
    std::vector<bool> inside();

private:
    struct Arc {
        std::size_t to;
        int next;
        std::int64_t capacity;
    };
    bool findLevels();
    std::int64_t push(std::size_t node, std::int64_t most);

    std::vector<int> first_;  ///< arc of each node; the arc back is its number ^ 1
    std::vector<std::int64_t>
        excess_;  ///< what the source can still send through a node; negative: what it can give to the sink
    std::vector<Arc> arcs_;
    std::vector<int> level_, current_;
};

}  // namespace protolabel::refine
