#pragma once

#include <filesystem>
#include <string>

namespace protolabel {

/// A file that appears under its final name only when it is complete. Until commit() it lies beside it under a hidden name;
/// without commit() it is removed and what was there before stays.
/// Every member throws Error `errorCode` that says why (disk full, read-only, no such folder).
class PendingFile {
public:
    static constexpr const char* kMark = ".partial";  ///< in every hidden name, before `extension`

    /// The hidden name ends in `extension` ("" or, for readers that go by it, as `file` does: ".nii.gz").
    explicit PendingFile(const std::filesystem::path& file, const std::string& extension = "",
                         std::string errorCode = "file.write");
    ~PendingFile();
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;

    const std::filesystem::path& path() const { return path_; }  ///< where it lies now

    void write(const void* data, std::size_t size);
    void sync();  ///< to the disk
    enum class Survives { PowerFailure, Kill };
    /// Renames into place. What survives a power failure is synced before, and its folder after that; a cache can do without.
    void commit(Survives survives = Survives::PowerFailure);

private:
    [[noreturn]] void fail(int error) const;
    std::filesystem::path file_;
    std::filesystem::path path_;
    std::string errorCode_;
    int descriptor_ = -1;
    bool committed_ = false;
};

/// Throws Error `errorCode`: why `path` cannot be written, by the system's error number, and what to do.
[[noreturn]] void failWriting(const std::string& errorCode, const std::filesystem::path& path, int error);

}  // namespace protolabel
