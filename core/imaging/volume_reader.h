#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/imaging/volume.h"

namespace protolabel::imaging {

/// One volume that can be read: a file, one frame of a 4-D file, or one series of a DICOM folder.
struct VolumeSource {
    std::filesystem::path path;  ///< the file (.hdr for pairs), or the folder of a DICOM series
    std::string seriesUid;       ///< DICOM only, else empty
    int frame = 0;               ///< of a 4-D file
    int frames = 1;              ///< how many the file has
    std::string name;            ///< suggested volume name: file name without its extensions, or series description
    bool operator==(const VolumeSource&) const = default;
};

/// What `path` (a file or a DICOM folder) holds: one entry for an image file (frame 0), one per series for a folder.
/// With `recursive`, all image files and DICOM series below a folder, sorted by path. Other files are passed over; files of a folder
/// that are named like images and are none are added to `refused`, if given.
/// Throws Error: "image.missing", "image.unreadable", "image.format", "image.none"; where a folder has only refused files, the first.
std::vector<VolumeSource> findVolumes(const std::filesystem::path& path, bool recursive,
                                      std::vector<Error>* refused = nullptr);

/// What a chooser shows of a source, from headers alone.
struct SourceInfo {
    VolumeSource source;
    std::string description;  ///< of a DICOM series, as its files say it; else empty
    Modality modality = Modality::Unknown;
    Geometry geometry;  ///< of the first frame, as readVolume would give it
    int images = 1;     ///< of a DICOM series: its 2-D images, of all frames
    std::vector<std::string> notes;
};

/// findVolumes with what the headers say; no voxels are read. Throws what findVolumes throws.
std::vector<SourceInfo> describeVolumes(const std::filesystem::path& path, bool recursive,
                                        std::vector<Error>* refused = nullptr);

/// Reads one volume. Loads rather than refuses: sform/qform conflicts, sheared or non-orthonormal matrices, big-endian,
/// NIfTI-2, 4-D, scaled and odd types, uneven or missing DICOM slices load with a note. Nothing is flipped.
/// RGB, complex and other non-scalar voxels are refused. NaN/Inf voxels are counted in a note.
/// Throws Error: "image.missing", "image.unreadable", "image.format", "image.truncated", "image.size", "image.type".
Volume readVolume(const VolumeSource& source);
Volume readVolume(const std::filesystem::path& path);  ///< the first source of `path`

/// SHA-256 over the bytes of the file (both files of a NIfTI pair; header and voxels of .nhdr and .mhd; all files of a DICOM
/// series in sorted order). Throws as readVolume does.
std::string contentHash(const VolumeSource& source);

}  // namespace protolabel::imaging
