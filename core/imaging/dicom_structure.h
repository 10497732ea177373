#pragma once

#include <filesystem>

/// A look at a DICOM file before GDCM parses it: Debian builds GDCM with assertions, so a file that is cut short would end the
/// program. Private to the layer.
namespace protolabel::imaging::dicom {

enum class Structure {
    Sound,     ///< every element up to the pixel data nests and ends within the file
    CutShort,  ///< an element ends behind the end of the file
    NotDicom,  ///< no DICOM prefix, or elements that make no sense
};
Structure checkStructure(const std::filesystem::path& file);

}  // namespace protolabel::imaging::dicom
