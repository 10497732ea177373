#pragma once

#include <filesystem>
#include <string>

#include "core/base/job_control.h"
#include "core/base/slice_stack.h"
#include "core/engine/client.h"
#include "core/project/records.h"
#include "core/workflow/blob_shelf.h"

/// What the worker is given of a volume, as blobs on the shelf. Each call reads one image and forgets it again.
namespace protolabel::workflow {

/// The prepared volume (SliceStack<Half>); returns its hash.
std::string addPrepared(BlobShelf& shelf, const project::VolumeRecord& record);

/// Ids of a label or supervoxel file of a volume on the network grid. Throws Error "mask.grid" and those of reading.
SliceStack<std::int32_t> networkLabels(const project::VolumeRecord& record, const std::filesystem::path& file);

/// The smallest supervoxel worth learning from grows with the volume: 5000 voxels are published for abdomens of 2.3 million voxels, 1000 for hearts
/// of 0.8 million, so 5000 (n / 2.3e6)^1.5, within 200 and 5000, n = voxels of the image on the network grid (without padding).
int automaticMinimumSize(const project::VolumeRecord& record);

/// Supervoxels (an encoded SliceStack<int32>) of a volume, from `cacheFolder` if an earlier call left them there (an empty path: no cache).
/// `minimumSize` 0: automatic.
Bytes supervoxelsOf(engine::Engine& engine, const project::VolumeRecord& record, int minimumSize,
                    const std::filesystem::path& cacheFolder, JobControl& control);

/// supervoxelsOf as a blob; returns its hash.
std::string addSupervoxels(engine::Engine& engine, BlobShelf& shelf, const project::VolumeRecord& record,
                           int minimumSize, const std::filesystem::path& cacheFolder, JobControl& control);

}  // namespace protolabel::workflow
