#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace protolabel::fewshot {

/// Edges of a graph and what they cost; the two arrays are parallel and uninitialised at first.
struct WeightedEdges {
    explicit WeightedEdges(std::size_t count)
        : count(count),
          costs(std::make_unique_for_overwrite<double[]>(count)),
          edges(std::make_unique_for_overwrite<std::uint32_t[]>(count)) {}
    std::size_t count;
    std::unique_ptr<double[]> costs;
    std::unique_ptr<std::uint32_t[]> edges;
};

/// Sorts by ascending cost, on up to `threads` threads with the same result for any number.
///
/// Equal costs are frequent between voxels of integer images, and the order among them decides which small components
/// join. They come in the order in which a median-of-three quicksort leaves them that stops on equal keys and ends with
/// insertion below 17 elements (Sedgewick 1978), because the reference supervoxels were made with that sort (numpy's
/// argsort). It follows from the input alone.
void sortByCost(WeightedEdges& edges, int threads);

}  // namespace protolabel::fewshot
