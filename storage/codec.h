#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/imaging/geometry.h"
#include "core/labels/run_length.h"

/// Values as the columns of the project file hold them. What cannot be decoded throws Error "project.damaged".
namespace protolabel::storage {

[[noreturn]] void throwDamagedValue(const std::string& what);

Bytes compress(const Bytes& data, int level);  ///< one zstd frame
Bytes decompress(const Bytes& frame);

/// A run-length image, compressed. At this level bytes stay bytes: an undo record, which holds a slice as it was and as it is, is compressed again,
/// to less than half of what it takes where zstd has made bits of them.
template <class Image>
Bytes packRuns(const Image& image) {
    return compress(labels::encodeRuns(image), -1);
}

template <class Image>
Image unpackRuns(const Bytes& packed) {
    Image image;
    try {
        labels::decodeRuns(decompress(packed), image);
    } catch (const Error& error) {
        if (error.code() == "runs.damaged") throwDamagedValue("a mask");
        throw;
    }
    return image;
}

/// size, spacing, origin and the directions of i, j, k: 18 numbers that read back exactly.
std::string geometryText(const imaging::Geometry& geometry);
imaging::Geometry geometryFrom(const std::string& text);

template <class IdType>
std::string idsText(const std::vector<IdType>& ids) {
    std::string text;
    for (const auto id : ids) text += (text.empty() ? "" : " ") + std::to_string(id.value);
    return text;
}
std::vector<std::int64_t> idsFrom(const std::string& text);

/// The value among `values` whose toString is `text`.
template <class Value>
Value valueNamed(const std::string& text, std::initializer_list<Value> values) {
    for (const auto value : values)
        if (toString(value) == text) return value;
    throwDamagedValue("\"" + text + "\"");
}

}  // namespace protolabel::storage
