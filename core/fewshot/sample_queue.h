#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <utility>

namespace protolabel::fewshot {

/// Training samples first, first + 1, ..., end - 1 in order, `ahead` of them prepared on other threads by `make`, which must be safe
/// there. An exception of `make` comes out of next().
template <class Sample>
class SampleQueue {
public:
    using Make = std::function<Sample(std::int64_t)>;

    SampleQueue(Make make, std::int64_t first, std::int64_t end, int ahead)
        : make_(std::move(make)), next_(first), end_(end) {
        for (int i = 0; i < ahead; ++i) prepare();
    }

    /// Waits if need be. Must not be called more than end - first times.
    Sample next() {
        Sample sample = ready_.front().get();
        ready_.pop_front();
        prepare();
        return sample;
    }

private:
    void prepare() {
        if (next_ == end_) return;
        ready_.push_back(std::async(std::launch::async, [this, index = next_] { return make_(index); }));
        ++next_;
    }

    Make make_;
    std::int64_t next_;
    std::int64_t end_;
    std::deque<std::future<Sample>> ready_;  ///< destroyed first: waits for the threads
};

}  // namespace protolabel::fewshot
