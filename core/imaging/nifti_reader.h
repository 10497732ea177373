#pragma once

#include "core/imaging/header_info.h"
#include "core/imaging/volume_reader.h"

namespace protolabel::imaging::nifti {

HeaderInfo describe(const std::filesystem::path& file);             ///< throws as readVolume does
Volume read(const std::filesystem::path& file, int frame);          ///< throws as readVolume does
std::filesystem::path dataFile(const std::filesystem::path& file);  ///< the .img of a pair, else `file`

}  // namespace protolabel::imaging::nifti
