#pragma once

#include <cstdint>
#include <vector>

namespace protolabel::fewshot {

/// Edges of a graph and what they cost; the two vectors are parallel.
struct WeightedEdges {
    std::vector<double> costs;
    std::vector<std::uint32_t> edges;
};

/// Sorts by ascending cost, on up to `threads` threads with the same result for any number.
///
/// Equal costs are frequent between voxels of integer images, and the order among them decides which small components
/// join. They come in the order in which a median-of-three quicksort leaves them that stops on equal keys and ends with
/// insertion below 17 elements (Sedgewick 1978), because the reference supervoxels were made with that sort (numpy's
/// argsort). It follows from the input alone.
void sortByCost(WeightedEdges& edges, int threads);

}  // namespace protolabel::fewshot
