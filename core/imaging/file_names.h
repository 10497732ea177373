#pragma once

#include <filesystem>
#include <string>

/// Image file names and their (double) extensions. Private to the layer.
namespace protolabel::imaging {

/// The known image extension in lower case, ".gz" included ("scan.NII.gz" -> ".nii.gz"); empty for any other name.
std::string extensionOf(const std::filesystem::path& file);

bool isNiftiName(const std::filesystem::path& file);

/// File name without its known extension ("liver.seg.nrrd" -> "liver").
std::string nameWithoutExtension(const std::filesystem::path& file);

}  // namespace protolabel::imaging
