#pragma once

#include <cstdint>

#include "core/base/slice_stack.h"

namespace protolabel {

/// Lossless compression of the voxels of a stack: they are numbered by size, each number is predicted from its neighbours (median edge
/// detector, Weinberger et al., IEEE Trans. Image Processing 9:1309, 2000), and what is left is arithmetic coded, with the unrest
/// around it as context. Equal voxels give equal bytes.
Bytes packVoxels(const SliceStack<Half>& stack);
Bytes packVoxels(const SliceStack<std::int32_t>& stack);

/// Fills `stack.voxels` of a stack whose sizes are set. Throws Error "pack.damaged" for what packVoxels never makes of such sizes.
void unpackVoxels(const Bytes& bytes, SliceStack<Half>& stack);
void unpackVoxels(const Bytes& bytes, SliceStack<std::int32_t>& stack);

}  // namespace protolabel
