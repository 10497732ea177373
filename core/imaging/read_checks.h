#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "core/imaging/volume.h"

/// What every reader checks, so that a damaged header never makes it allocate or read nonsense.
namespace protolabel::imaging {

/// Throws "image.missing" or "image.unreadable" unless `file` can be opened for reading.
void checkReadable(const std::filesystem::path& file);

/// The bytes of one frame. Throws "image.size" when a side is not within 1..65535 or the frame exceeds this machine's memory.
std::uint64_t checkedFrameBytes(const std::filesystem::path& file, const std::array<std::int64_t, 3>& size,
                                std::size_t bytesPerVoxel);

/// Throws "image.truncated" when `needed` bytes of voxels cannot come out of `stored` bytes of file.
/// Deflate (zlib, gzip) never compresses to less than 1/1032.
enum class Storage { Plain, Deflated };
void checkStored(const std::filesystem::path& file, std::uint64_t needed, std::uint64_t stored, Storage storage);

/// Adds what a user should know about a frame choice and about the values themselves (NaN and infinities).
void noteFrame(Volume& volume, int frame, int frames);
void noteValues(Volume& volume);

}  // namespace protolabel::imaging
