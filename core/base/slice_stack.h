#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/float16.h"

namespace protolabel {

/// Slices of one volume at network resolution, slice-major then row-major. The form in which voxels travel to the worker.
///
///   SliceStack<Half>          a *prepared volume*: clipped and z-scored intensities (methods.md, Notation)
///   SliceStack<float>         unclipped intensities, what supervoxels are computed from
///   SliceStack<std::int32_t>  label or supervoxel ids
template <class T>
struct SliceStack {
    int slices = 0;
    int height = 0;
    int width = 0;
    double pixelSpacing = 1;  ///< mm between neighbouring pixels of a slice
    double sliceSpacing = 1;  ///< mm between neighbouring slices
    std::vector<T> voxels;    ///< slices * height * width

    const T* slice(int z) const { return voxels.data() + static_cast<std::size_t>(z) * height * width; }
    T* slice(int z) { return voxels.data() + static_cast<std::size_t>(z) * height * width; }
    bool operator==(const SliceStack&) const = default;
};

/// Little-endian bytes, equal for equal stacks: their SHA-256 is the content hash. int32 stacks are run-length coded.
Bytes encode(const SliceStack<Half>& stack);
Bytes encode(const SliceStack<float>& stack);
Bytes encode(const SliceStack<std::int32_t>& stack);

/// Inverse of encode. Throws Error "stack.damaged" on anything else than bytes made by encode for the same type;
/// never allocates more than the bytes justify.
void decode(const Bytes& bytes, SliceStack<Half>& stack);
void decode(const Bytes& bytes, SliceStack<float>& stack);
void decode(const Bytes& bytes, SliceStack<std::int32_t>& stack);

}  // namespace protolabel
