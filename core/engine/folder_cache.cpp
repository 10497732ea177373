#include "core/engine/folder_cache.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <vector>

#include "core/base/error.h"
#include "core/base/pending_file.h"

namespace protolabel::engine {

namespace fs = std::filesystem;

FolderCache::FolderCache(fs::path folder, std::int64_t bytes)
    : folder_(std::move(folder)), bytes_(bytes), writable_(!folder_.empty() && bytes > 0) {
    if (!writable_) return;
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) giveUp(error.message());
}

std::optional<Bytes> FolderCache::read(const std::string& name) {
    if (folder_.empty()) return std::nullopt;
    const fs::path path = folder_ / name;
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return std::nullopt;
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    if (!in) return std::nullopt;
    Bytes content(static_cast<std::size_t>(in.tellg()));
    in.seekg(0);
    in.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(content.size()));
    if (!in) return std::nullopt;
    fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
    return content;
}

void FolderCache::write(const std::string& name, const Bytes& content) {
    const auto size = static_cast<std::int64_t>(content.size());
    if (!writable_ || size > bytes_) return;
    const fs::path path = folder_ / name;
    std::error_code error;
    if (fs::exists(path, error)) return;

    try {
        PendingFile file(path);
        file.write(content.data(), content.size());
        file.commit(PendingFile::Survives::Kill);
    } catch (const Error& failed) {
        return giveUp(failed.what());
    }
    // Looking through a folder of thousands of files costs more than writing one: only when the bound may be passed.
    if (held_ < 0 || (held_ += size) > bytes_) trim();
}

void FolderCache::remove(const std::string& name) {
    std::error_code ignored;
    fs::remove(folder_ / name, ignored);
}

void FolderCache::clear() {
    if (folder_.empty()) return;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_, error)) {
        std::error_code gone;
        // What another process is writing becomes a file yet.
        if (entry.path().extension() != PendingFile::kMark) fs::remove(entry.path(), gone);
    }
    held_ = -1;
}

std::int64_t FolderCache::size() const {
    if (folder_.empty()) return 0;
    std::int64_t sum = 0;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_, error)) {
        std::error_code gone;
        const auto size = entry.file_size(gone);
        if (!gone) sum += static_cast<std::int64_t>(size);
    }
    return sum;
}

void FolderCache::trim() {
    struct File {
        fs::file_time_type used;
        std::int64_t size;
        fs::path path;
    };
    std::vector<File> files;
    held_ = 0;
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(24);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_, error)) {
        std::error_code gone;  // another process may delete files meanwhile
        const auto size = static_cast<std::int64_t>(entry.file_size(gone));
        const auto used = entry.last_write_time(gone);
        if (gone) continue;
        if (entry.path().extension() == PendingFile::kMark) {  // of another process, or of one that was killed
            if (used < old) fs::remove(entry.path(), gone);
            continue;
        }
        files.push_back({used, size, entry.path()});
        held_ += size;
    }
    if (held_ <= bytes_) return;
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.used < b.used; });
    // A little below the bound, so that the next file does not look through the folder again.
    for (const auto& file : files) {
        if (held_ <= bytes_ - bytes_ / 32) break;
        fs::remove(file.path, error);
        held_ -= file.size;
    }
}

void FolderCache::giveUp(const std::string& reason) {
    writable_ = false;
    std::fprintf(stderr, "cache folder %s is not used: %s\n", folder_.c_str(), reason.c_str());
}

}  // namespace protolabel::engine
