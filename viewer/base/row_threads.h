#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace protolabel::viewer {

/// Calls f(first, last) for parts of the rows 0..rows of a slice and returns when all are done. Where every pixel is a cache line of
/// its own (`stride` voxels apart) one core waits for memory most of the time: large slices are then read by up to four threads.
template <class F>
void inRowThreads(int rows, int columns, std::size_t stride, F&& f) {
    constexpr std::size_t kFarApart = 16;
    constexpr std::int64_t kManyPixels = 1 << 16;
    const bool worthIt = stride >= kFarApart && std::int64_t{rows} * columns >= kManyPixels;
    const int parts = worthIt ? static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 4U)) : 1;
    const auto bound = [&](int part) { return static_cast<int>(std::int64_t{rows} * part / parts); };
    std::vector<std::jthread> threads;
    for (int part = 1; part < parts; ++part) threads.emplace_back([&, part] { f(bound(part), bound(part + 1)); });
    f(bound(0), bound(1));
}

}  // namespace protolabel::viewer
