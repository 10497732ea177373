#pragma once

#include <filesystem>

#include "core/imaging/volume.h"

namespace protolabel::imaging {

/// Writes an image as NIfTI-1 (NIfTI-2 where a side exceeds 32767), gzip-compressed where the name ends in ".gz": stored type, slope and
/// intercept are kept; the sform (code 1, scanner) is the volume's geometry, a qform (code 1) too where the grid is orthogonal.
/// For nnU-Net's imagesTr (sources that are no NIfTI) and the demonstration.
/// The file appears whole or not at all. Throws Error "file.write".
void writeNiftiImage(const Volume& volume, const std::filesystem::path& file);

}  // namespace protolabel::imaging
