#pragma once

#include "core/base/bytes.h"
#include "core/labels/image2d.h"
#include "core/labels/slice_runs.h"

namespace protolabel::labels {

/// Run-length codec of slices, used in the project file (then compressed with zstd) and on the wire.
/// Layout: varint width, varint height, then (varint value, varint run length) until width*height is covered.
/// Runs are as long as possible and varints (LEB128) as short as possible, so equal images have equal bytes.
/// Throws Error "runs.size" for sides above 65535 or more than 2^28 pixels.
Bytes encodeRuns(const Image2D<std::uint8_t>& image);
Bytes encodeRuns(const Image2D<std::uint16_t>& image);
Bytes encodeRuns(const SliceRuns& slice);

/// Throws Error "runs.damaged" when `bytes` is not exactly one image made by encodeRuns (value out of range,
/// runs that do not add up, trailing bytes, sides or pixels above the limits). Allocates only after the runs were checked.
void decodeRuns(const Bytes& bytes, Image2D<std::uint8_t>& image);
void decodeRuns(const Bytes& bytes, Image2D<std::uint16_t>& image);
void decodeRuns(const Bytes& bytes, SliceRuns& slice);

}  // namespace protolabel::labels
