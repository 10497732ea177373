#pragma once

#include <filesystem>
#include <memory>

#include "core/project/project_store.h"

namespace protolabel::storage {

enum class Access { ReadWrite, ReadOnly };

/// Creates a project. Throws Error "project.exists", "project.folder" (missing or read-only), "project.disk".
std::unique_ptr<project::ProjectStore> createProject(const std::filesystem::path& file);

/// Opens a project, after a backup and migrations when its schema is older. Throws Error "project.missing", "project.format"
/// (not a project), "project.newer", "project.damaged" (says how far recovery is possible), "project.locked" (open for writing elsewhere),
/// "project.folder".
std::unique_ptr<project::ProjectStore> openProject(const std::filesystem::path& file,
                                                   Access access = Access::ReadWrite);

}  // namespace protolabel::storage
