#pragma once

#include <string>
#include <vector>

#include "core/imaging/volume.h"
#include "core/project/records.h"

/// From the record of a volume to its voxels. Images outside a project get a record too, so that every step works on both.
namespace protolabel::workflow {

/// What the values of an image look like.
enum class Content { Picture, Constant, LabelMap };

/// Reads the image and describes it; `id` stays 0. What is odd about its values is noted, and told by `content` if given.
/// Throws what imaging::readVolume throws.
project::VolumeRecord describeVolume(const imaging::VolumeSource& source, Content* content = nullptr);

/// "NAME: all voxels have the same value; ..." of each image that shows nothing: what comes of it means nothing.
std::vector<std::string> emptyImageNotes(const std::vector<project::VolumeRecord>& records);

/// The slices of a volume: its layout along the record's slice axis.
imaging::SliceLayout layoutOf(const project::VolumeRecord& record);

/// slice / (slices - 1), the relative position of the papers' protocol; 0 for a volume of one slice.
double relativePosition(int slice, int slices);

/// Whether the volume's file (or DICOM folder) is where the project says.
bool isPresent(const project::VolumeRecord& record);

/// Reads the voxels. Throws Error "volume.missing" (moved away) or "volume.changed" (the file now has another grid than at import).
imaging::Volume loadVolume(const project::VolumeRecord& record);

/// Throws Error "volume.missing" naming the first volume whose file is not there: before an hour's work rather than in it.
void requirePresent(const std::vector<project::VolumeRecord>& records);

}  // namespace protolabel::workflow
