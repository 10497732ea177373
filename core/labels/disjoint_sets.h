#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace protolabel::labels {

/// Sets of voxels, or of runs of them, that grow by joining; the root of a set is its smallest member.
class DisjointSets {
public:
    explicit DisjointSets(std::uint32_t members) : parentOrSize_(members, -1) {}

    bool isRoot(std::uint32_t member) const { return parentOrSize_[member] < 0; }
    std::int32_t size(std::uint32_t root) const { return -parentOrSize_[root]; }

    std::uint32_t root(std::uint32_t member) {
        while (parentOrSize_[member] >= 0) {
            const auto parent = static_cast<std::uint32_t>(parentOrSize_[member]);
            if (parentOrSize_[parent] >= 0) parentOrSize_[member] = parentOrSize_[parent];
            member = parent;
        }
        return member;
    }

    /// `a` and `b` are different roots; returns the root of both.
    std::uint32_t join(std::uint32_t a, std::uint32_t b) {
        if (b < a) std::swap(a, b);
        parentOrSize_[a] += parentOrSize_[b];
        parentOrSize_[b] = static_cast<std::int32_t>(a);
        return a;
    }

private:
    std::vector<std::int32_t> parentOrSize_;  ///< a root holds minus the size of its set
};

}  // namespace protolabel::labels
