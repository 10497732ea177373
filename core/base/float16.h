#pragma once

#include <cstdint>

namespace protolabel {

/// IEEE 754 binary16, storage only.
struct Half {
    std::uint16_t bits = 0;
    bool operator==(const Half&) const = default;
};

Half toHalf(float value);  ///< round to nearest even; overflow to infinity
float toFloat(Half value);

}  // namespace protolabel
