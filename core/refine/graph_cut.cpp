#include "core/refine/graph_cut.h"

#include <algorithm>

namespace protolabel::refine {

void GraphCut::addEdge(std::size_t a, std::size_t b, std::int64_t cost) {
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
        arcs_.push_back({to, first_[from], cost});
        first_[from] = static_cast<int>(arcs_.size()) - 1;
    }
}

/// Steps from the source; false when the sink cannot be reached.
bool GraphCut::findLevels() {
    level_.assign(first_.size(), -1);
    std::vector<std::size_t> queue;
    for (std::size_t node = 0; node < first_.size(); ++node)
        if (excess_[node] > 0) level_[node] = 0, queue.push_back(node);
    bool reached = false;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        reached |= excess_[queue[i]] < 0;
        for (int arc = first_[queue[i]]; arc >= 0; arc = arcs_[static_cast<std::size_t>(arc)].next) {
            const auto& [to, next, capacity] = arcs_[static_cast<std::size_t>(arc)];
            if (capacity > 0 && level_[to] < 0) level_[to] = level_[queue[i]] + 1, queue.push_back(to);
        }
    }
    return reached;
}

/// Sends up to `most` from a node to the sink along a path of rising levels, without recursion: paths may be as long as the graph.
std::int64_t GraphCut::push(std::size_t start, std::int64_t most) {
    std::vector<int> path;
    std::size_t node = start;
    while (true) {
        if (excess_[node] < 0) {
            most = std::min(most, -excess_[node]);
            for (const int arc : path) most = std::min(most, arcs_[static_cast<std::size_t>(arc)].capacity);
            for (const int arc : path) {
                arcs_[static_cast<std::size_t>(arc)].capacity -= most;
                arcs_[static_cast<std::size_t>(arc ^ 1)].capacity += most;
            }
            excess_[node] += most;
            return most;
        }
        int& arc = current_[node];
        while (arc >= 0) {
            const auto& candidate = arcs_[static_cast<std::size_t>(arc)];
            if (candidate.capacity > 0 && level_[candidate.to] == level_[node] + 1) break;
            arc = candidate.next;
        }
        if (arc >= 0) {
            path.push_back(arc);
            node = arcs_[static_cast<std::size_t>(arc)].to;
        } else if (path.empty()) {
            return 0;
        } else {  // a dead end
            node = arcs_[static_cast<std::size_t>(path.back() ^ 1)].to;
            path.pop_back();
            current_[node] = arcs_[static_cast<std::size_t>(current_[node])].next;
        }
    }
}

std::vector<bool> GraphCut::inside() {
    while (findLevels()) {
        current_ = first_;
        for (std::size_t node = 0; node < first_.size(); ++node)
            while (excess_[node] > 0) {
                const auto sent = push(node, excess_[node]);
                if (sent == 0) break;
                excess_[node] -= sent;
            }
    }
    std::vector<bool> result(level_.size());
    for (std::size_t node = 0; node < level_.size(); ++node) result[node] = level_[node] >= 0;
    return result;
}

}  // namespace protolabel::refine
