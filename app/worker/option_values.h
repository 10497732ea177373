#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/fewshot/devices.h"

/// Values of command-line options; each function throws Error "usage" naming the option or what can be chosen.
namespace protolabel::worker {

std::int64_t number(const std::string& option, const std::string& text, std::int64_t most, std::int64_t least = 0);
std::vector<int> numbers(const std::string& option, const std::string& text, int most);  ///< "1,2,4"
fewshot::Precision precision(const std::string& text);                                   ///< "auto", "fp32"

}  // namespace protolabel::worker
