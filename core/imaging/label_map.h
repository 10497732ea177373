#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/imaging/volume_reader.h"
#include "core/labels/image2d.h"
#include "core/labels/label_table.h"

namespace protolabel::imaging {

/// Integer labels on a volume's grid, i fastest.
struct LabelMap {
    Geometry geometry;
    std::vector<std::uint16_t> voxels;
};

/// Converts an image that holds labels (integers in 0..65535, whatever its stored type).
/// Throws Error "mask.values" for fractions, negative or larger values.
LabelMap toLabelMap(const Volume& volume);

/// The labels in a file. Throws what readVolume and toLabelMap throw, naming the file.
LabelMap readLabelMap(const std::filesystem::path& file);

/// Nearest-neighbour resampling onto another grid.
LabelMap resample(const LabelMap& map, const Geometry& onto);

labels::LabelSlice slice(const LabelMap& map, int axis, int index);
void setSlice(LabelMap& map, int axis, int index, const labels::LabelSlice& slice);

enum class LabelMapFormat { Nifti, Nrrd };

/// Writes `map` beside its final name, reads it back, compares geometry, affine (equal to the source file's; for NIfTI sources with
/// its sform and qform and their codes), every voxel and the label ids, and only then renames it into place
/// (file and folder synced). NIfTI: .nii.gz, uint16 (uint8 when all ids fit). NRRD carries 3D Slicer's segment names and colours.
/// `map` must lie on the source's grid and `file` end in .nii.gz or .nrrd. A source that is not NIfTI gets scanner codes (1).
/// Throws Error "export.write" (disk full, read-only: says which), "export.verify", or what reading a NIfTI source's header throws.
/// Nothing is left behind on failure.
void writeLabelMap(const LabelMap& map, const std::vector<labels::Label>& labels, const VolumeSource& source,
                   LabelMapFormat format, const std::filesystem::path& file);

}  // namespace protolabel::imaging
