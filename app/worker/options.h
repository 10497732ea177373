#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/fewshot/devices.h"

namespace protolabel::worker {

struct Options {
    std::filesystem::path cache;  ///< empty: nothing is kept on disk
    std::int64_t memoryBytes = std::int64_t{4} << 30;
    std::int64_t diskBytes = std::int64_t{8} << 30;
    int threads = 0;  ///< 0: all cores
    fewshot::Precision precision = fewshot::Precision::Auto;
    bool help = false;
    bool version = false;
};

/// Throws Error "usage" naming the argument.
Options parseOptions(const std::vector<std::string>& arguments);
std::string helpText();

}  // namespace protolabel::worker
