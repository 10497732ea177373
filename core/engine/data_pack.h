#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/slice_stack.h"

namespace protolabel::engine {

/// A data set as the worker sees it: what training and evaluation need, without any image reader.
struct PackedVolume {
    std::string name;
    SliceStack<Half> image;
    SliceStack<std::int32_t> labels, supervoxels;
};

/// A *.plpack file: "PLPACK1\n", a CBOR object with the compressed stacks of each volume, and the SHA-256 of all that as text.
/// Works on several threads.
Bytes encodePack(const std::vector<PackedVolume>& volumes);
/// Throws Error "pack.format" (no such file, or of a newer version) or "pack.damaged".
std::vector<PackedVolume> decodePack(const Bytes& bytes);

}  // namespace protolabel::engine
