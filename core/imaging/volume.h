#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/imaging/geometry.h"

namespace protolabel::imaging {

enum class ScalarType { UInt8, Int8, UInt16, Int16, UInt32, Int32, UInt64, Int64, Float32, Float64 };

std::size_t sizeOf(ScalarType type);
std::string_view toString(ScalarType type);  ///< "uint8", "float64", ...

enum class Modality { Unknown, CT, MR };
std::string_view toString(Modality modality);  ///< "unknown", "CT", "MR"

/// One 3-D image in its native grid and stored type. Values are `voxel * slope + intercept`
/// (1 and 0 unless the file is scaled). Voxels are contiguous, i fastest.
struct Volume {
    Geometry geometry;
    ScalarType type = ScalarType::Int16;
    Bytes voxels;
    double slope = 1;
    double intercept = 0;
    Modality modality = Modality::Unknown;
    /// What a user should know about how the file was read ("sform and qform disagree; sform is used"), in English.
    std::vector<std::string> notes;

    /// Calls f(const T* data, n) with the voxels as their stored type.
    template <class F>
    decltype(auto) visit(F&& f) const;

    /// All values as float, slope and intercept applied. NaN and infinities are replaced by the smallest finite value.
    std::vector<float> toFloat() const;
};

template <class F>
decltype(auto) Volume::visit(F&& f) const {
    const auto n = static_cast<std::size_t>(geometry.voxelCount());
    const auto* p = voxels.data();
    switch (type) {
        case ScalarType::UInt8: return f(reinterpret_cast<const std::uint8_t*>(p), n);
        case ScalarType::Int8: return f(reinterpret_cast<const std::int8_t*>(p), n);
        case ScalarType::UInt16: return f(reinterpret_cast<const std::uint16_t*>(p), n);
        case ScalarType::Int16: return f(reinterpret_cast<const std::int16_t*>(p), n);
        case ScalarType::UInt32: return f(reinterpret_cast<const std::uint32_t*>(p), n);
        case ScalarType::Int32: return f(reinterpret_cast<const std::int32_t*>(p), n);
        case ScalarType::UInt64: return f(reinterpret_cast<const std::uint64_t*>(p), n);
        case ScalarType::Int64: return f(reinterpret_cast<const std::int64_t*>(p), n);
        case ScalarType::Float32: return f(reinterpret_cast<const float*>(p), n);
        case ScalarType::Float64: break;
    }
    return f(reinterpret_cast<const double*>(p), n);
}

}  // namespace protolabel::imaging
