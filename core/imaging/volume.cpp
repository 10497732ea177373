#include "core/imaging/volume.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace protolabel::imaging {

std::size_t sizeOf(ScalarType type) {
    switch (type) {
        case ScalarType::UInt8:
        case ScalarType::Int8: return 1;
        case ScalarType::UInt16:
        case ScalarType::Int16: return 2;
        case ScalarType::UInt32:
        case ScalarType::Int32:
        case ScalarType::Float32: return 4;
        case ScalarType::UInt64:
        case ScalarType::Int64:
        case ScalarType::Float64: break;
    }
    return 8;
}

std::string_view toString(ScalarType type) {
    switch (type) {
        case ScalarType::UInt8: return "uint8";
        case ScalarType::Int8: return "int8";
        case ScalarType::UInt16: return "uint16";
        case ScalarType::Int16: return "int16";
        case ScalarType::UInt32: return "uint32";
        case ScalarType::Int32: return "int32";
        case ScalarType::UInt64: return "uint64";
        case ScalarType::Int64: return "int64";
        case ScalarType::Float32: return "float32";
        case ScalarType::Float64: break;
    }
    return "float64";
}

std::string_view toString(Modality modality) {
    switch (modality) {
        case Modality::CT: return "CT";
        case Modality::MR: return "MR";
        case Modality::Unknown: break;
    }
    return "unknown";
}

std::vector<float> Volume::toFloat() const {
    std::vector<float> values;
    visit([&](const auto* data, std::size_t n) {
        values.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            values[i] = static_cast<float>(static_cast<double>(data[i]) * slope + intercept);
    });
    float smallest = std::numeric_limits<float>::infinity();
    bool allFinite = true;
    for (const float value : values) {
        if (!std::isfinite(value))
            allFinite = false;
        else
            smallest = std::min(smallest, value);
    }
    if (!allFinite) {
        if (!std::isfinite(smallest)) smallest = 0;
        for (float& value : values)
            if (!std::isfinite(value)) value = smallest;
    }
    return values;
}

}  // namespace protolabel::imaging
