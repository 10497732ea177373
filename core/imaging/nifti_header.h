#pragma once

#include <nifti2_io.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/imaging/volume.h"

/// NIfTI-1, NIfTI-2 and ANALYZE headers through niftilib. Private to the layer.
namespace protolabel::imaging::nifti {

struct FreeImage {
    void operator()(nifti_image* image) const { nifti_image_free(image); }
};
using Header = std::unique_ptr<nifti_image, FreeImage>;

/// A header as stored, in this machine's byte order.
using RawHeader = std::variant<nifti_1_header, nifti_2_header>;

/// Throws "image.missing", "image.unreadable", "image.format" and "image.truncated".
RawHeader readRawHeader(const std::filesystem::path& file);

/// The checked header: sides 1..65535 and a type that scalarType() knows. Throws "image.missing", "image.unreadable",
/// "image.format", "image.truncated", "image.size", "image.type".
Header openHeader(const std::filesystem::path& file);

std::optional<ScalarType> scalarType(int datatype);  ///< nothing for colours, complex and 128-bit numbers
int frameCount(const nifti_image& header);           ///< product of the dimensions above the third

/// sform where its code says so, else qform, else voxel sizes alone. LPS, mm. What was decided is added to `notes`.
Geometry geometryOf(const nifti_image& header, std::vector<std::string>& notes);

}  // namespace protolabel::imaging::nifti
