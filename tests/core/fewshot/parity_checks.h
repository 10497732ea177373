#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/core/fewshot/parity_weights.h"

namespace protolabel::fewshot::test {

/// How one key of a reference file fared.
struct Comparison {
    std::string key;
    bool found = false;  ///< in the file; else nothing was computed
    bool ok = false;
    double absolute = 0;    ///< largest |ours - reference|
    double relative = 0;    ///< see Tolerance
    std::string tolerance;  ///< in words
    std::string problem;    ///< why the values could not be compared; else empty
};

/// Computes what the keys of `reference` stand for that `wanted` accepts, and tells of each: first the keys that a file usually has, found or
/// not, then those of other encoders and numbers of regions. Throws Error "parity.input" where an input of the file is missing or has another shape.
void compare(Reference reference, const std::function<bool(const std::string& key)>& wanted,
             const std::function<void(const Comparison&)>& tell);

/// Keys of the file that are neither inputs nor what compare() computes.
std::vector<std::string> unknownKeys(const Reference& reference);

}  // namespace protolabel::fewshot::test
