#pragma once

#include <filesystem>

/// A look at the text header of an NRRD or MetaImage file before ITK parses it: ITK's parsers overrun fixed buffers where
/// a header is damaged. Private to the layer.
namespace protolabel::imaging {

/// Throws Error "image.format" unless the lines are text and every per-axis field has as many values as the file has axes (at most 4);
/// "image.truncated" or "image.missing" where the voxels that a MetaImage header promises are not there.
void checkNrrdHeader(const std::filesystem::path& file);
void checkMetaImageHeader(const std::filesystem::path& file);

}  // namespace protolabel::imaging
