#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace protolabel {

/// Calls work(0), ..., work(count - 1), each once, on up to `threads` threads of which the caller is one; returns when all are done.
/// Once a call throws no further one begins, and the first exception comes out when those that run are done.
template <class Work>
void parallelFor(std::size_t count, int threads, const Work& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::once_flag failed;
    const auto run = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;
            std::call_once(failed, [&] { failure = std::current_exception(); });
        }
    };
    {
        const auto useful = std::min(count, static_cast<std::size_t>(std::max(1, threads)));
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < useful; ++i) helpers.emplace_back(run);
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace protolabel
