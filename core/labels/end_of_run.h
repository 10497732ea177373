#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace protolabel::labels {

/// Where the run of equal values that begins at `run` ends; eight bytes at a time, as most of a slice is one long run.
template <class T>
const T* endOfRun(const T* run, const T* end) {
    constexpr auto kAtOnce = static_cast<std::ptrdiff_t>(sizeof(std::uint64_t) / sizeof(T));
    T values[kAtOnce];
    for (auto& value : values) value = *run;
    std::uint64_t wanted, found;
    std::memcpy(&wanted, values, sizeof wanted);
    const T* at = run;
    for (; end - at >= kAtOnce; at += kAtOnce) {
        std::memcpy(&found, at, sizeof found);
        if (found != wanted) break;
    }
    while (at != end && *at == *run) ++at;
    return at;
}

}  // namespace protolabel::labels
