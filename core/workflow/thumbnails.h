#pragma once

#include <filesystem>
#include <optional>

#include "core/engine/folder_cache.h"
#include "core/imaging/volume.h"
#include "core/labels/image2d.h"
#include "core/project/records.h"

namespace protolabel::workflow {

/// Pictures of volumes (imaging::thumbnail) in the user's cache folder, by the content of their images: moving or renaming a project costs
/// nothing, and no picture of a patient lies in a project that is passed on. At most 64 MB, the least recently used go first.
/// One thread at a time.
class Thumbnails {
public:
    using Picture = labels::Image2D<std::uint8_t>;

    /// `folder`: made when needed; one that cannot be written is reported on stderr, and nothing is kept.
    explicit Thumbnails(std::filesystem::path folder = defaultFolder());

    /// What is kept, or nothing: cheap enough for a list.
    std::optional<Picture> find(const project::VolumeRecord& record);
    /// Makes and keeps the picture of a volume that is read already.
    Picture add(const project::VolumeRecord& record, const imaging::Volume& volume);
    /// find, else reads the image (seconds for a large one) and adds it. Throws what loadVolume throws.
    Picture make(const project::VolumeRecord& record);

    /// $XDG_CACHE_HOME/protolabel/thumbnails, else ~/.cache/protolabel/thumbnails; empty (nothing is kept) without a home.
    static std::filesystem::path defaultFolder();

private:
    engine::FolderCache cache_;
};

}  // namespace protolabel::workflow
