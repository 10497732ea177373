#pragma once

#include "core/imaging/volume_reader.h"

/// DICOM series through GDCM. Private to the layer.
namespace protolabel::imaging::dicom {

/// The series of a folder (not below it) or of one file.
std::vector<SourceInfo> findSeries(const std::filesystem::path& fileOrFolder);
Volume read(const VolumeSource& source);                               ///< throws as readVolume does
std::vector<std::filesystem::path> files(const VolumeSource& source);  ///< of the series, sorted

}  // namespace protolabel::imaging::dicom
