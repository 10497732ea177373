#pragma once

#include <cstddef>
#include <vector>

namespace protolabel {

/// At most `most` of the elements, evenly spread: the middles of as many equal parts.
template <class T>
std::vector<T> spread(const std::vector<T>& all, std::size_t most) {
    if (all.size() <= most) return all;
    std::vector<T> some;
    for (std::size_t i = 0; i < most; ++i) some.push_back(all[(2 * i + 1) * all.size() / (2 * most)]);
    return some;
}

}  // namespace protolabel
