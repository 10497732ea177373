#include "core/workflow/thumbnails.h"

#include <cstdlib>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/imaging/thumbnail.h"
#include "core/labels/run_length.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMostBytes = 64 << 20;

/// Changes whenever the picture of the same volume does: after a change of imaging::thumbnail count the number up.
std::string fileName(const project::VolumeRecord& record) {
    const auto key = "1/" + record.contentHash + '/' + record.source.seriesUid + '/' +
                     std::to_string(record.source.frame) + '/' + std::to_string(record.sliceAxis);
    return sha256Hex(Bytes(key.begin(), key.end())).substr(0, 32);
}

}  // namespace

Thumbnails::Thumbnails(fs::path folder) : cache_(std::move(folder), kMostBytes) {}

std::optional<Thumbnails::Picture> Thumbnails::find(const project::VolumeRecord& record) {
    const auto name = fileName(record);
    const auto bytes = cache_.read(name);
    if (!bytes) return std::nullopt;
    try {
        Picture picture;
        labels::decodeRuns(*bytes, picture);
        return picture;
    } catch (const Error&) {
        cache_.remove(name);
        return std::nullopt;
    }
}

Thumbnails::Picture Thumbnails::add(const project::VolumeRecord& record, const imaging::Volume& volume) {
    auto picture = imaging::thumbnail(volume, record.sliceAxis);
    cache_.write(fileName(record), labels::encodeRuns(picture));
    return picture;
}

Thumbnails::Picture Thumbnails::make(const project::VolumeRecord& record) {
    if (auto picture = find(record)) return *picture;
    return add(record, loadVolume(record));
}

fs::path Thumbnails::defaultFolder() {
    const auto variable = [](const char* name) -> fs::path {
        const char* value = std::getenv(name);
        return value == nullptr ? "" : value;
    };
    if (const auto cache = variable("XDG_CACHE_HOME"); cache.is_absolute()) return cache / "protolabel/thumbnails";
    if (const auto home = variable("HOME"); home.is_absolute()) return home / ".cache/protolabel/thumbnails";
    return {};
}

}  // namespace protolabel::workflow
