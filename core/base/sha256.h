#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/bytes.h"

namespace protolabel {

/// SHA-256 (FIPS 180-4), incremental. Volumes, models and caches are addressed by it.
class Sha256 {
public:
    Sha256();
    void update(const void* data, std::size_t size);
    /// The digest as 64 lower-case hexadecimal digits. The object must not be used afterwards.
    std::string hex();

private:
    void block(const std::uint8_t* data);
    std::array<std::uint32_t, 8> state_;
    std::array<std::uint8_t, 64> buffer_{};
    std::size_t buffered_ = 0;
    std::uint64_t total_ = 0;
};

std::string sha256Hex(const Bytes& bytes);

}  // namespace protolabel
