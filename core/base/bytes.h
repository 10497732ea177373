#pragma once

#include <cstdint>
#include <vector>

namespace protolabel {

using Bytes = std::vector<std::uint8_t>;

}  // namespace protolabel
