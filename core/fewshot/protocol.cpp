#include "core/fewshot/protocol.h"

#include <algorithm>
#include <cmath>

namespace protolabel::fewshot {

std::vector<int> slicesShowing(const SliceStack<std::int32_t>& labels, std::int32_t label) {
    std::vector<int> result;
    const std::size_t sliceSize = static_cast<std::size_t>(labels.height) * labels.width;
    for (int z = 0; z < labels.slices; ++z)
        if (std::find(labels.slice(z), labels.slice(z) + sliceSize, label) != labels.slice(z) + sliceSize)
            result.push_back(z);
    return result;
}

std::vector<int> supportPositions(int parts, int count) {
    if (parts == 1) return {count / 2};
    // The order of operations is the papers' code's: rounding decides where fraction * count is an integer.
    const double half = 1.0 / (parts * 2);
    const double interval = (1.0 - 1.0 / parts) / (parts - 1);
    std::vector<int> result;
    for (int part = 0; part < parts; ++part) result.push_back(static_cast<int>((half + interval * part) * count));
    return result;
}

int partOf(int index, int count, int parts) {
    const double step = static_cast<double>(count) / parts;
    int part = 0;
    while (part + 1 < parts && index >= static_cast<int>(step * (part + 1))) ++part;
    return part;
}

int nearestSupport(const std::vector<int>& supports, int supportSlices, int slice, int slices) {
    const auto position = [](int z, int count) { return count > 1 ? static_cast<double>(z) / (count - 1) : 0.5; };
    int best = 0;
    double bestDistance = INFINITY;
    for (std::size_t i = 0; i < supports.size(); ++i) {
        const double distance = std::abs(position(supports[i], supportSlices) - position(slice, slices));
        if (distance < bestDistance) {
            bestDistance = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

}  // namespace protolabel::fewshot
