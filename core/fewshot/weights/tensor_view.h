#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/fewshot/weights/byte_reader.h"

namespace protolabel::fewshot::weights {

enum class ElementType { Float64, Float32, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8, Bool };
std::size_t sizeOf(ElementType type);  ///< bytes
const char* nameOf(ElementType type);  ///< "float32"
bool isFloating(ElementType type);

enum class ByteOrder { Little, Big };

/// A tensor inside the bytes of a file, which must outlive it. Element (i, j, ...) is number offset + i * strides[0] + j * strides[1] + ... of
/// `storage`. Who makes one has checked that every element lies inside (checkInside).
struct TensorView {
    ElementType type = ElementType::Float32;
    std::vector<std::int64_t> shape, strides;  ///< in elements
    std::int64_t offset = 0;                   ///< in elements
    ByteSpan storage;
    ByteOrder order = ByteOrder::Little;

    std::int64_t count() const;
    /// Writes count() elements in row-major order: floating types only, float64 rounded, what it cannot hold infinite.
    void copyTo(float* out) const;
    void copyTo(std::int64_t* out) const;  ///< Int64 only
};

/// Throws Error "weights.damaged" naming `name` unless sizes, strides and offset are counts, there are at most 8 dimensions, all elements lie
/// inside the storage, and they are no more than it has, or, in an expanded tensor, no more than 16 million (so that no small file asks for all memory).
void checkInside(const TensorView& view, const std::string& name, std::size_t fileOffset);

/// By name, as a network's state dictionary has them.
using TensorViews = std::map<std::string, TensorView>;

}  // namespace protolabel::fewshot::weights
