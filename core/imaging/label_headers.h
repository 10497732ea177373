#pragma once

#include "core/imaging/label_map.h"

/// The file headers in front of a label map's voxels. Private to the layer.
namespace protolabel::imaging {

/// NIfTI-1, or NIfTI-2 where the source is NIfTI-2 or a side exceeds 32767. A NIfTI source lends its voxel sizes, units, sform,
/// qform and their codes bit for bit, a 2-D one its number of dimensions, and nothing else. Throws as reading the source's header does.
Bytes niftiLabelHeader(const LabelMap& map, const VolumeSource& source, bool wide);

/// What in the NIfTI file `written` does not equal `source`'s affine ("sform", "qform code", ...); empty when all does.
std::string niftiAffineDifference(const std::filesystem::path& written, const VolumeSource& source);

/// NRRD with 3D Slicer's segment fields, to be followed by the gzip-compressed voxels.
std::string nrrdLabelHeader(const LabelMap& map, const std::vector<labels::Label>& labels, bool wide);

}  // namespace protolabel::imaging
