#pragma once

#include <filesystem>

#include "core/labels/image2d.h"
#include "core/labels/label_table.h"

namespace protolabel::imaging {

/// Writes an 8-bit RGB PNG. Throws Error "png.write".
void writePng(const labels::Image2D<labels::Color>& image, const std::filesystem::path& file);

}  // namespace protolabel::imaging
