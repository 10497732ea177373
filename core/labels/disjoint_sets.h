#pragma once

#include <atomic>
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

    /// Shortens the way on the way. Several threads may ask at once while none joins.
    std::uint32_t root(std::uint32_t member) {
        while (true) {
            const std::atomic_ref entry(parentOrSize_[member]);
            const auto parent = entry.load(std::memory_order_relaxed);
            if (parent < 0) return member;
            const auto grandparent =
                std::atomic_ref(parentOrSize_[static_cast<std::uint32_t>(parent)]).load(std::memory_order_relaxed);
            if (grandparent < 0) return static_cast<std::uint32_t>(parent);
            entry.store(grandparent, std::memory_order_relaxed);
            member = static_cast<std::uint32_t>(grandparent);
        }
    }
    /// Says that root(member) will be asked soon.
    void prefetch(std::uint32_t member) const { __builtin_prefetch(&parentOrSize_[member]); }

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
