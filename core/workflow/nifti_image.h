#pragma once

#include <filesystem>

#include "core/imaging/volume.h"

namespace protolabel::workflow {

/// Writes an image as NIfTI-1, gzip-compressed where the name ends in ".gz": stored type, slope and intercept are kept, the sform (code 1, scanner) is the
/// volume's geometry; a qform (code 1) too where the grid is orthogonal. For nnU-Net's imagesTr (sources that are no NIfTI) and the demonstration.
/// The file appears whole or not at all. Throws Error "file.write"; "nifti.size" for more than 32767 voxels along an axis.
void writeNiftiImage(const imaging::Volume& volume, const std::filesystem::path& file);

}  // namespace protolabel::workflow
