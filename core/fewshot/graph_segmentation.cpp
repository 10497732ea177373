#include "core/fewshot/graph_segmentation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "core/base/parallel.h"
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

/// An edge is its kind and the index of its first voxel.
constexpr int kVoxelBits = 28;
constexpr std::uint32_t kVoxelMask = (1u << kVoxelBits) - 1;
static_assert(kOffsets.size() <= 1u << (32 - kVoxelBits));

/// The edges of one kind whose first voxel lies in one slice, and where they stand among all edges.
struct EdgeBlock {
    std::size_t kind;
    int z;
    int top, bottom, left, right;  ///< of the first voxels
    std::size_t start;
};

std::vector<EdgeBlock> edgeBlocks(const VoxelGraph& graph, std::size_t& edges) {
    std::vector<EdgeBlock> blocks;
    edges = 0;
    for (std::size_t kind = 0; kind < kOffsets.size(); ++kind) {
        const Offset& o = kOffsets[kind];
        for (int z = 0; z + o.z < graph.slices; ++z) {
            const EdgeBlock block{kind,
                                  z,
                                  std::max(0, -o.y),
                                  graph.height - std::max(0, o.y),
                                  std::max(0, -o.x),
                                  graph.width - std::max(0, o.x),
                                  edges};
            if (block.bottom <= block.top || block.right <= block.left) break;
            edges += static_cast<std::size_t>(block.bottom - block.top) * (block.right - block.left);
            blocks.push_back(block);
        }
    }
    return blocks;
}

std::ptrdiff_t stepOf(const Offset& offset, const VoxelGraph& graph) {
    return (static_cast<std::ptrdiff_t>(offset.z) * graph.height + offset.y) * graph.width + offset.x;
}

WeightedEdges edgesOf(const VoxelGraph& graph, int threads) {
    std::size_t count = 0;
    const auto blocks = edgeBlocks(graph, count);
    WeightedEdges result(count);
    parallelFor(blocks.size(), threads, [&](std::size_t b) {
        const EdgeBlock& block = blocks[b];
        const double factor = squaredFactor(kOffsets[block.kind], graph.sliceRatio);
        const auto step = stepOf(kOffsets[block.kind], graph);
        double* cost = result.costs.get() + block.start;
        std::uint32_t* edge = result.edges.get() + block.start;
        for (int y = block.top; y < block.bottom; ++y) {
            const auto row = (static_cast<std::size_t>(block.z) * graph.height + y) * graph.width;
            const double* first = graph.intensities.data() + row;
            const double* second = first + step;
            for (int x = block.left; x < block.right; ++x) {
                const double difference = second[x] - first[x];
                *cost++ = std::sqrt(factor * (difference * difference));
                *edge++ = static_cast<std::uint32_t>(block.kind << kVoxelBits | (row + x));
            }
        }
    });
    return result;
}

class Segmenter {
public:
    Segmenter(const VoxelGraph& graph, int threads, JobControl& control)
        : threads_(threads),
          voxels_(static_cast<std::uint32_t>(graph.intensities.size())),
          sets_(voxels_),
          sorted_(edgesOf(graph, threads)),
          control_(control) {
        for (std::size_t kind = 0; kind < kOffsets.size(); ++kind)
            steps_[kind] = static_cast<std::int32_t>(stepOf(kOffsets[kind], graph));
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
        for (std::size_t i = 0; i < sorted_.count; ++i) {
            if (i % kStretch == 0) control_.check();
            if (i + kAhead < sorted_.count) sets_.prefetch(sorted_.edges[i + kAhead] & kVoxelMask);
            const double cost = sorted_.costs[i];
            const auto [a, b] = componentsOf(sorted_.edges[i]);
            if (a != b && cost < std::min(bound(a), bound(b))) {
                internal[sets_.join(a, b)] = cost;
                largestInternal = cost;
            }
            // Else nothing can be joined any more.
            if (!(cost < static_cast<float>(largestInternal + kObservationScale))) return;
        }
    }

    /// Joins every component that is too small to the neighbour it differs least from.
    void joinSmall(int minimumSize) {
        std::int64_t small = 0, components = 0;
        for (std::uint32_t voxel = 0; voxel < voxels_; ++voxel)
            if (sets_.isRoot(voxel)) {
                ++components;
                small += sets_.size(voxel) < minimumSize;
            }
        for (std::size_t start = 0; small > 0 && start < sorted_.count; start += kStretch) {
            control_.check();
            for (const auto& edges : undecided(start, std::min(start + kStretch, sorted_.count), minimumSize))
                for (const auto edge : edges) {
                    const auto [a, b] = componentsOf(edge);
                    const int smallEnds = (sets_.size(a) < minimumSize) + (sets_.size(b) < minimumSize);
                    if (a == b || smallEnds == 0) continue;
                    small += (sets_.size(sets_.join(a, b)) < minimumSize) - smallEnds;
                    if (small == 0 || --components == 1) return;
                }
        }
    }

    std::vector<std::uint32_t> components() {
        std::vector<std::uint32_t> result(voxels_);
        for (std::uint32_t voxel = 0; voxel < voxels_; ++voxel) result[voxel] = sets_.root(voxel);
        return result;
    }

private:
    static constexpr std::size_t kStretch = 1 << 20;  // edges
    static constexpr std::size_t kAhead = 32;

    std::pair<std::uint32_t, std::uint32_t> componentsOf(std::uint32_t edge) {
        const std::uint32_t first = edge & kVoxelMask;
        return {sets_.root(first), sets_.root(first + static_cast<std::uint32_t>(steps_[edge >> kVoxelBits]))};
    }

    /// In order, those of the sorted edges [first, last) that may still join something: their ends are in different components, one of
    /// them too small. No join makes another edge such a one, so the many others can be left out beforehand, by several threads.
    std::vector<std::vector<std::uint32_t>> undecided(std::size_t first, std::size_t last, int minimumSize) {
        constexpr std::size_t kPiece = kStretch / 64;
        std::vector<std::vector<std::uint32_t>> pieces((last - first + kPiece - 1) / kPiece);
        parallelFor(pieces.size(), threads_, [&](std::size_t piece) {
            const std::size_t start = first + piece * kPiece, end = std::min(start + kPiece, last);
            for (std::size_t i = start; i < end; ++i) {
                if (i + kAhead < end) sets_.prefetch(sorted_.edges[i + kAhead] & kVoxelMask);
                const auto [a, b] = componentsOf(sorted_.edges[i]);
                if (a != b && (sets_.size(a) < minimumSize || sets_.size(b) < minimumSize))
                    pieces[piece].push_back(sorted_.edges[i]);
            }
        });
        return pieces;
    }

    int threads_;
    std::uint32_t voxels_;
    std::array<std::int32_t, kOffsets.size()> steps_{};
    labels::DisjointSets sets_;
    WeightedEdges sorted_;
    JobControl& control_;
};

}  // namespace

std::vector<std::uint32_t> segmentGraph(const VoxelGraph& graph, int minimumSize, int threads, JobControl& control) {
    const auto voxels = graph.intensities.size();
    if (voxels > kVoxelMask)
        throw Error("supervoxels.size", "{0} voxels are too many for supervoxels; cut the volume into parts",
                    {std::to_string(voxels)});
    if (voxels == 0) return {};
    Segmenter segmenter(graph, threads, control);
    segmenter.joinAlike();
    segmenter.joinSmall(minimumSize);
    return segmenter.components();
}

}  // namespace protolabel::fewshot
