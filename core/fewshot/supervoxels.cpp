#include "core/fewshot/supervoxels.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "core/base/parallel.h"
#include "core/fewshot/body_mask.h"
#include "core/fewshot/graph_segmentation.h"

namespace protolabel::fewshot {

namespace {

constexpr unsigned kMostThreads = 8;  // more gain nothing

/// Linear to 0..255; all 0 when there is no contrast. Values that are no numbers count as the smallest.
std::vector<double> scaledIntensities(const SliceStack<float>& image) {
    double low = INFINITY, high = -INFINITY;
    for (const float value : image.voxels)
        if (std::isfinite(value)) {
            low = std::min<double>(low, value);
            high = std::max<double>(high, value);
        }
    std::vector<double> result(image.voxels.size(), 0.0);
    if (!(low < high)) return result;
    for (std::size_t i = 0; i < result.size(); ++i)
        if (std::isfinite(image.voxels[i])) result[i] = 255 * (image.voxels[i] - low) / (high - low);
    return result;
}

/// File formats keep spacings as 32-bit floats; six digits give back the number that was meant (7.7, not 7.69999981).
double meantSpacing(double spacing) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", spacing);
    return std::strtod(text, nullptr);
}

}  // namespace

SliceStack<std::int32_t> supervoxels(const SliceStack<float>& image, int minimumSize, JobControl& control) {
    VoxelGraph graph;
    graph.slices = image.slices;
    graph.height = image.height;
    graph.width = image.width;
    graph.sliceRatio = meantSpacing(image.sliceSpacing) / meantSpacing(image.pixelSpacing);
    graph.intensities = scaledIntensities(image);

    const int threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads));
    control.progress({"supervoxels", 0, 2, {}});
    const auto components = segmentGraph(graph, minimumSize, threads, control);
    control.progress({"supervoxels", 1, 2, {}});

    SliceStack<std::int32_t> result{image.slices,       image.height,       image.width,
                                    image.pixelSpacing, image.sliceSpacing, {}};
    result.voxels.assign(image.voxels.size(), 0);
    std::vector<std::int32_t> ids(image.voxels.size(), 0);
    std::int32_t last = 0;
    const std::size_t sliceSize = static_cast<std::size_t>(image.height) * image.width;
    std::vector<std::vector<std::uint8_t>> bodies(image.slices);
    parallelFor(bodies.size(), threads, [&](std::size_t z) {
        bodies[z] = bodyMask(graph.intensities.data() + sliceSize * z, image.height, image.width);
    });
    for (int z = 0; z < image.slices; ++z) {
        control.check();
        const std::size_t start = sliceSize * z;
        for (std::size_t i = 0; i < sliceSize; ++i) {
            if (bodies[z][i] == 0) continue;
            auto& id = ids[components[start + i]];
            if (id == 0) id = ++last;
            result.voxels[start + i] = id;
        }
    }
    control.progress({"supervoxels", 2, 2, {}});
    return result;
}

}  // namespace protolabel::fewshot
