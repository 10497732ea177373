#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <utility>

#include "core/fewshot/method.h"

namespace protolabel::fewshot {

/// Episodes first, first + 1, ..., end - 1 in order, a few of them prepared ahead on other threads by `make`, which
/// must be safe there. An exception of `make` comes out of next().
class EpisodeQueue {
public:
    using Make = std::function<Episode(std::int64_t)>;

    EpisodeQueue(Make make, std::int64_t first, std::int64_t end) : make_(std::move(make)), next_(first), end_(end) {
        for (int i = 0; i < kAhead; ++i) prepare();
    }

    /// Waits if need be. Must not be called more than end - first times.
    Episode next() {
        Episode episode = ready_.front().get();
        ready_.pop_front();
        prepare();
        return episode;
    }

private:
    static constexpr int kAhead = 3;

    void prepare() {
        if (next_ == end_) return;
        ready_.push_back(std::async(std::launch::async, [this, index = next_] { return make_(index); }));
        ++next_;
    }

    Make make_;
    std::int64_t next_;
    std::int64_t end_;
    std::deque<std::future<Episode>> ready_;  ///< destroyed first: waits for the threads
};

}  // namespace protolabel::fewshot
