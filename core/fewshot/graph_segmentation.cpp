#include "core/fewshot/graph_segmentation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "core/fewshot/edge_order.h"
#include "core/labels/disjoint_sets.h"

namespace protolabel::fewshot {

namespace {

constexpr double kObservationScale = 1.0 / 255;

/// The neighbours of a voxel that no other kind of edge reaches from their side. Their order is part of the result: see
/// sortByCost.
struct Offset {
    int z, y, x;
};
constexpr std::array<Offset, 13> kOffsets{{{0, 1, 0},
                                           {0, 1, 1},
                                           {0, 0, 1},
                                           {0, 1, -1},
                                           {1, 1, 0},
                                           {1, 1, 1},
                                           {1, 0, 1},
                                           {1, -1, 0},
                                           {1, -1, -1},
                                           {1, 0, -1},
                                           {1, 1, -1},
                                           {1, -1, 1},
                                           {1, 0, 0}}};

/// The square of the factor of |difference|.
double squaredFactor(const Offset& offset, double s) {
    if (offset.z == 0) return 1;
    const int inPlane = (offset.y != 0) + (offset.x != 0);
    if (inPlane == 0) return s * s;
    const double factor = std::sqrt(inPlane + s * s) / std::sqrt(inPlane + 1.0);
    return factor * factor;
}

/// All edges; an edge is kind * voxels + index of its first voxel.
WeightedEdges edgesOf(const VoxelGraph& graph) {
    const auto voxels = graph.intensities.size();
    WeightedEdges result;
    result.costs.reserve(kOffsets.size() * voxels);
    result.edges.reserve(kOffsets.size() * voxels);
    for (std::size_t kind = 0; kind < kOffsets.size(); ++kind) {
        const Offset& offset = kOffsets[kind];
        const double factor = squaredFactor(offset, graph.sliceRatio);
        const std::ptrdiff_t step =
            (static_cast<std::ptrdiff_t>(offset.z) * graph.height + offset.y) * graph.width + offset.x;
        const int top = std::max(0, -offset.y), bottom = graph.height - std::max(0, offset.y);
        const int left = std::max(0, -offset.x), right = graph.width - std::max(0, offset.x);
        for (int z = 0; z + offset.z < graph.slices; ++z)
            for (int y = top; y < bottom; ++y) {
                const auto row = (static_cast<std::size_t>(z) * graph.height + y) * graph.width;
                const double* first = graph.intensities.data() + row;
                const double* second = first + step;
                for (int x = left; x < right; ++x) {
                    const double difference = second[x] - first[x];
                    result.costs.push_back(std::sqrt(factor * (difference * difference)));
                    result.edges.push_back(static_cast<std::uint32_t>(kind * voxels + row + x));
                }
            }
    }
    return result;
}

class Segmenter {
public:
    Segmenter(const VoxelGraph& graph, int threads, JobControl& control)
        : voxels_(static_cast<std::uint32_t>(graph.intensities.size())), sets_(voxels_), control_(control) {
        for (std::size_t kind = 0; kind < kOffsets.size(); ++kind)
            steps_[kind] = (kOffsets[kind].z * graph.height + kOffsets[kind].y) * graph.width + kOffsets[kind].x;
        sorted_ = edgesOf(graph);
        control.check();
        sortByCost(sorted_, threads);
        control.check();
    }

    /// Joins components whose difference is small beside the differences inside them.
    void joinAlike() {
        std::vector<double> internal(voxels_, 0.0);
        double largestInternal = 0;
        // The reference rounds these bounds to single precision.
        const auto bound = [&](std::uint32_t root) {
            return static_cast<float>(internal[root] + kObservationScale / sets_.size(root));
        };
        forEachEdge([&](double cost, std::uint32_t a, std::uint32_t b) {
            if (a != b && cost < std::min(bound(a), bound(b))) {
                internal[sets_.join(a, b)] = cost;
                largestInternal = cost;
            }
            return cost <
                   static_cast<float>(largestInternal + kObservationScale);  // else nothing can be joined any more
        });
    }

    /// Joins every component that is too small to the neighbour it differs least from.
    void joinSmall(int minimumSize) {
        std::int64_t small = 0, components = 0;
        for (std::uint32_t voxel = 0; voxel < voxels_; ++voxel)
            if (sets_.isRoot(voxel)) {
                ++components;
                small += sets_.size(voxel) < minimumSize;
            }
        forEachEdge([&](double, std::uint32_t a, std::uint32_t b) {
            const int smallEnds = (sets_.size(a) < minimumSize) + (sets_.size(b) < minimumSize);
            if (a != b && smallEnds > 0) {
                small += (sets_.size(sets_.join(a, b)) < minimumSize) - smallEnds;
                --components;
            }
            return small > 0 && components > 1;
        });
    }

    std::vector<std::uint32_t> components() {
        std::vector<std::uint32_t> result(voxels_);
        for (std::uint32_t voxel = 0; voxel < voxels_; ++voxel) result[voxel] = sets_.root(voxel);
        return result;
    }

private:
    /// Visits edges by ascending cost with the components of their ends until `visit` returns false.
    template <class Visit>
    void forEachEdge(Visit visit) {
        for (std::size_t i = 0; i < sorted_.costs.size(); ++i) {
            if (i % (1 << 20) == 0) control_.check();
            const std::uint32_t kind = sorted_.edges[i] / voxels_;
            const std::uint32_t first = sorted_.edges[i] - kind * voxels_;
            const auto second = static_cast<std::uint32_t>(static_cast<std::int64_t>(first) + steps_[kind]);
            if (!visit(sorted_.costs[i], sets_.root(first), sets_.root(second))) return;
        }
    }

    std::uint32_t voxels_;
    std::array<std::int64_t, kOffsets.size()> steps_{};
    labels::DisjointSets sets_;
    WeightedEdges sorted_;
    JobControl& control_;
};

}  // namespace

std::vector<std::uint32_t> segmentGraph(const VoxelGraph& graph, int minimumSize, int threads, JobControl& control) {
    const auto voxels = graph.intensities.size();
    if (voxels > std::numeric_limits<std::uint32_t>::max() / kOffsets.size())
        throw Error("supervoxels.size", "{0} voxels are too many for supervoxels; cut the volume into parts",
                    {std::to_string(voxels)});
    if (voxels == 0) return {};
    Segmenter segmenter(graph, threads, control);
    segmenter.joinAlike();
    segmenter.joinSmall(minimumSize);
    return segmenter.components();
}

}  // namespace protolabel::fewshot
