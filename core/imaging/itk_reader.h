#pragma once

#include "core/imaging/header_info.h"
#include "core/imaging/volume_reader.h"

/// NRRD and MetaImage files through ITK's readers. Private to the layer.
namespace protolabel::imaging::itk_file {

bool hasExtension(const std::filesystem::path& file);       ///< .nrrd .nhdr .mha .mhd
HeaderInfo describe(const std::filesystem::path& file);     ///< throws as readVolume does
Volume read(const std::filesystem::path& file, int frame);  ///< throws as readVolume does

}  // namespace protolabel::imaging::itk_file
