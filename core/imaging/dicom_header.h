#pragma once

#include <filesystem>
#include <optional>

#include "core/imaging/dicom_series.h"

/// One file's header through GDCM. Private to the layer.
namespace protolabel::imaging::dicom {

/// The images of one file as a series of their own (classic: one; multi-frame: one per frame; orientation of the first).
/// Nothing when the file is not DICOM or holds no image.
std::optional<Series> readHeader(const std::filesystem::path& file);

}  // namespace protolabel::imaging::dicom
