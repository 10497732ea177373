#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/project/project_store.h"

namespace protolabel::storage {

enum class Access { ReadWrite, ReadOnly };

/// Creates a project with these labels, which no undo takes away. Throws Error "project.exists", "project.folder" (missing or
/// read-only), "project.disk", and what ProjectWriter::putLabel throws.
std::unique_ptr<project::ProjectStore> createProject(const std::filesystem::path& file,
                                                     const std::vector<labels::Label>& labels = {});

/// Opens a project, for writing after a backup ("<name>.bak-v<schema>") and migrations when its schema is older. Reading works while
/// another process writes, and in folders that cannot be written. Throws Error "project.missing", "project.format" (not a project),
/// "project.newer", "project.older" (read-only, needs an upgrade), "project.damaged" (says how far recovery is possible, see
/// recovery.h), "project.locked" (open for writing elsewhere), "project.folder", "project.disk".
std::unique_ptr<project::ProjectStore> openProject(const std::filesystem::path& file,
                                                   Access access = Access::ReadWrite);

}  // namespace protolabel::storage
