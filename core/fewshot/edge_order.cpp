#include "core/fewshot/edge_order.h"

#include <algorithm>
#include <bit>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace protolabel::fewshot {

namespace {

constexpr std::int64_t kInsertion = 15;    // ranges of up to one more are sorted by insertion
constexpr std::int64_t kShared = 1 << 17;  // larger ranges are offered to other threads
constexpr std::int64_t kBlock = 64;

/// Elements first..last, both included; `depth` partitions are left before the sort is not trusted to be fast.
struct Range {
    std::int64_t first, last;
    int depth;
};

class Sorter {
public:
    explicit Sorter(WeightedEdges& edges) : costs_(edges.costs.get()), edges_(edges.edges.get()) {}

    void run(Range whole, int threads) {
        waiting_.push_back(whole);
        std::vector<std::jthread> helpers;
        for (int i = 1; i < threads; ++i) helpers.emplace_back([this] { work(); });
        work();
    }

private:
    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return !waiting_.empty() || busy_ == 0; });
            if (waiting_.empty()) return;
            const Range range = waiting_.back();
            waiting_.pop_back();
            ++busy_;
            lock.unlock();
            sort(range);
            lock.lock();
            if (--busy_ == 0) changed_.notify_all();
        }
    }

    void share(Range range) {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(range);
        changed_.notify_one();
    }

    void sort(Range range) {
        while (range.last - range.first > kInsertion) {
            if (range.depth < 0) return sortStably(range);
            const std::int64_t place = partition(range.first, range.last);
            Range smaller{range.first, place - 1, range.depth - 1};
            Range larger{place + 1, range.last, range.depth - 1};
            if (smaller.last - smaller.first > larger.last - larger.first) std::swap(smaller, larger);
            if (larger.last - larger.first > kShared) {
                share(larger);
                range = smaller;
            } else {
                sort(smaller);
                range = larger;
            }
        }
        insertion(range);
    }

    void exchange(std::int64_t a, std::int64_t b) {
        std::swap(costs_[a], costs_[b]);
        std::swap(edges_[a], edges_[b]);
    }

    /// Puts the median of the first, middle and last element to its final place and returns that place.
    std::int64_t partition(std::int64_t first, std::int64_t last) {
        const std::int64_t middle = first + (last - first) / 2;
        if (costs_[middle] < costs_[first]) exchange(middle, first);
        if (costs_[last] < costs_[middle]) exchange(last, middle);
        if (costs_[middle] < costs_[first]) exchange(middle, first);
        const double pivot = costs_[middle];
        exchange(middle, last - 1);
        const std::int64_t place = split(first, last - 1, pivot);
        exchange(place, last - 1);
        return place;
    }

    /// Exchanges, from the outside in, the next element from `low` that is not below `pivot` with the next from `high`
    /// that is not above it until the two meet; returns where. Large ranges collect the candidates block by block
    /// without branches (Edelkamp and Weiss, BlockQuicksort, 2016): the same exchanges, four times faster.
    std::int64_t split(std::int64_t low, std::int64_t high, double pivot) {
        std::uint8_t lower[kBlock], upper[kBlock];
        std::int64_t lowers = 0, uppers = 0, lowerAt = 0, upperAt = 0;
        std::int64_t lowBlock = low + 1, highBlock = high - 1;
        while (highBlock - lowBlock + 1 > 2 * kBlock) {
            if (lowers == lowerAt) {
                lowerAt = lowers = 0;
                for (std::int64_t i = 0; i < kBlock; ++i) {
                    lower[lowers] = static_cast<std::uint8_t>(i);
                    lowers += !(costs_[lowBlock + i] < pivot);
                }
            }
            if (uppers == upperAt) {
                upperAt = uppers = 0;
                for (std::int64_t i = 0; i < kBlock; ++i) {
                    upper[uppers] = static_cast<std::uint8_t>(i);
                    uppers += !(pivot < costs_[highBlock - i]);
                }
            }
            const std::int64_t pairs = std::min(lowers - lowerAt, uppers - upperAt);
            for (std::int64_t i = 0; i < pairs; ++i)
                exchange(lowBlock + lower[lowerAt + i], highBlock - upper[upperAt + i]);
            lowerAt += pairs;
            upperAt += pairs;
            if (lowerAt == lowers) lowBlock += kBlock;
            if (upperAt == uppers) highBlock -= kBlock;
        }
        // At most one side has candidates left; the plain loop goes on from the first of them.
        low = lowBlock + (lowerAt < lowers ? lower[lowerAt] : 0) - 1;
        high = highBlock - (upperAt < uppers ? upper[upperAt] : 0) + 1;
        while (true) {
            do ++low;
            while (costs_[low] < pivot);
            do --high;
            while (pivot < costs_[high]);
            if (low >= high) return low;
            exchange(low, high);
        }
    }

    void insertion(Range range) {
        for (std::int64_t i = range.first + 1; i <= range.last; ++i) {
            const double cost = costs_[i];
            const std::uint32_t edge = edges_[i];
            std::int64_t at = i;
            for (; at > range.first && cost < costs_[at - 1]; --at) {
                costs_[at] = costs_[at - 1];
                edges_[at] = edges_[at - 1];
            }
            costs_[at] = cost;
            edges_[at] = edge;
        }
    }

    /// For inputs that defeat the choice of pivots: n log n whatever comes.
    void sortStably(Range range) {
        std::vector<std::pair<double, std::uint32_t>> items;
        for (auto i = range.first; i <= range.last; ++i) items.emplace_back(costs_[i], edges_[i]);
        std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto i = range.first; i <= range.last; ++i)
            std::tie(costs_[i], edges_[i]) = items[static_cast<std::size_t>(i - range.first)];
    }

    double* costs_;
    std::uint32_t* edges_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Range> waiting_;
    int busy_ = 0;
};

}  // namespace

void sortByCost(WeightedEdges& edges, int threads) {
    const auto count = static_cast<std::int64_t>(edges.count);
    if (count < 2) return;
    const int depth = 2 * (std::bit_width(static_cast<std::uint64_t>(count)) - 1);
    Sorter(edges).run({0, count - 1, depth}, threads);
}

}  // namespace protolabel::fewshot
