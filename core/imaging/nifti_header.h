#pragma once

#include <nifti2_io.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/imaging/geometry.h"

/// NIfTI-1, NIfTI-2 and ANALYZE headers through niftilib. Private to the layer.
namespace protolabel::imaging::nifti {

struct FreeImage {
    void operator()(nifti_image* image) const { nifti_image_free(image); }
};
using Header = std::unique_ptr<nifti_image, FreeImage>;

/// The checked header: sides 1..65535, a scalar type is *not* guaranteed. Throws "image.missing", "image.unreadable",
/// "image.format", "image.truncated", "image.size".
Header openHeader(const std::filesystem::path& file);

int frameCount(const nifti_image& header);  ///< product of the dimensions above the third

/// sform where its code says so, else qform, else voxel sizes alone. LPS, mm. What was decided is added to `notes`.
Geometry geometryOf(const nifti_image& header, std::vector<std::string>& notes);

}  // namespace protolabel::imaging::nifti
