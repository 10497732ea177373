#pragma once

#include <filesystem>
#include <map>
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

/// What the prepared volume is made of: equal keys, equal bytes.
std::string preparedKey(const project::VolumeRecord& record);

/// The same, once per volume as long as its file and how it is cut stay what they are. Not thread-safe; the shelf must outlive it.
class PreparedImages {
public:
    explicit PreparedImages(BlobShelf& shelf) : shelf_(shelf) {}
    std::string of(const project::VolumeRecord& record);

private:
    BlobShelf& shelf_;
    std::map<std::string, std::string> hashes_;  ///< what a prepared volume is made of -> its hash
};

/// Ids of a label or supervoxel file of a volume on the network grid. Throws Error "mask.grid" and those of reading.
SliceStack<std::int32_t> networkLabels(const project::VolumeRecord& record, const std::filesystem::path& file);

/// The smallest supervoxel worth learning from grows with the volume. The published sizes are 5000 voxels for abdomens (CHAOS: n = 2.0 to 3.0 million)
/// and 1000 for hearts (MS-CMRSeg: 0.7 to 1.2 million), n = voxels of the image on the network grid (without padding): so 5000 above 1.5 million, 1000
/// down to 0.7 million, and below that 1000 (n / 0.7e6)^1.5, at least 200.
int automaticMinimumSize(const project::VolumeRecord& record);

/// Supervoxels (an encoded SliceStack<int32>) of a volume, from `cacheFolder` if an earlier call left them there (an empty path: no cache).
/// `minimumSize` 0: automatic.
Bytes supervoxelsOf(engine::Engine& engine, const project::VolumeRecord& record, int minimumSize,
                    const std::filesystem::path& cacheFolder, JobControl& control);

/// supervoxelsOf as a blob; returns its hash.
std::string addSupervoxels(engine::Engine& engine, BlobShelf& shelf, const project::VolumeRecord& record,
                           int minimumSize, const std::filesystem::path& cacheFolder, JobControl& control);

}  // namespace protolabel::workflow
