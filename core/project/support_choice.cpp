#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "core/project/operations.h"

namespace protolabel::project {

std::vector<int> chooseSupports(const std::vector<SupportPosition>& supports, VolumeId queryVolume,
                                double queryPosition, int shots) {
    // Rounded, so that 0.4 and 0.6 are equally far from 0.5.
    const auto rank = [&](int i) {
        const auto& support = supports[static_cast<std::size_t>(i)];
        return std::tuple(std::llround(std::abs(support.position - queryPosition) * 1e9), support.volume != queryVolume,
                          i);
    };
    std::vector<int> order(supports.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
    order.resize(std::min(order.size(), static_cast<std::size_t>(std::max(shots, 0))));
    return order;
}

}  // namespace protolabel::project
