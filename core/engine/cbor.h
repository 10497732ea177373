#pragma once

#include <cstddef>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace protolabel::engine {

/// One CBOR value. Throws Error "engine.frame" when `data` is not exactly one, or nests deeper than any message does:
/// the parser recurses, so that unbounded depth would let a damaged stream overflow the stack.
nlohmann::json decodeCbor(const std::uint8_t* data, std::size_t size);

}  // namespace protolabel::engine
