#pragma once

#include <filesystem>

#include "core/base/bytes.h"

namespace protolabel::imaging {

/// A file that appears under its final name only when it is complete. Until commit() it lies beside it under a hidden name
/// with the same extension; without commit() it is removed. Private to the layer.
/// Every member throws Error "export.write" that says why (disk full, read-only, no such folder).
class PendingFile {
public:
    /// `extension` with its dot, as `file` ends ("/a/b.nii.gz", ".nii.gz").
    PendingFile(const std::filesystem::path& file, const std::string& extension);
    ~PendingFile();
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;

    const std::filesystem::path& path() const { return path_; }  ///< where it lies now

    void write(const void* data, std::size_t size);
    void writeGzip(const Bytes& first, const Bytes& second);  ///< one gzip stream of both
    void sync();                                              ///< to the disk
    void commit();                                            ///< renames into place; the folder is synced too

private:
    [[noreturn]] void fail(int error) const;
    std::filesystem::path file_;
    std::filesystem::path path_;
    int descriptor_ = -1;
    bool committed_ = false;
};

}  // namespace protolabel::imaging
