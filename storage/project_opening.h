#pragma once

#include <memory>
#include <span>

#include "storage/migrations.h"
#include "storage/project_file.h"

namespace protolabel::storage {

/// openProject for a given list of migrations, so that a test can be an older or newer version of the program.
std::unique_ptr<project::ProjectStore> openWith(const std::filesystem::path& file, Access access,
                                                std::span<const Migration> migrations);

}  // namespace protolabel::storage
