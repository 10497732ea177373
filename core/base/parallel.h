#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace protolabel {

/// Calls work(0), ..., work(count - 1), each once, on up to `threads` threads of which the caller is one; returns when all are done.
/// `work` must not throw.
template <class Work>
void parallelFor(std::size_t count, int threads, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    const auto useful = std::min(count, static_cast<std::size_t>(std::max(1, threads)));
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < useful; ++i) helpers.emplace_back(run);
    run();
}

}  // namespace protolabel
