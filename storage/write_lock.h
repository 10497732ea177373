#pragma once

#include <filesystem>

namespace protolabel::storage {

/// The right to write a project, held by one store at a time through a locked file "<name>.lock" beside it that names its holder.
/// The operating system frees it when the process ends, however it ends.
class WriteLock {
public:
    /// Throws Error "project.locked" (held by another store: says whose) or "project.folder" (no file can be made there).
    explicit WriteLock(const std::filesystem::path& project);
    ~WriteLock();
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;

private:
    std::filesystem::path file_;
    int descriptor_ = -1;
};

}  // namespace protolabel::storage
