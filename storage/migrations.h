#pragma once

#include <filesystem>
#include <span>

namespace protolabel::storage {

class Connection;

/// Takes a project from schema version - 1 to `version`. Migrations are numbered 1, 2, 3, ...
struct Migration {
    int version;
    const char* sql;
};

/// The files storage/schema/NNN_*.sql, embedded at build time.
std::span<const Migration> migrations();

/// Brings the project up to the last of `migrations`, each in one transaction of its own. Before the first one of a project that
/// already has a schema, copies the file to "<name>.bak-v<version>". Throws Error "project.newer" when the file's schema is
/// newer, and SQLite::Exception with the file as the last complete migration left it.
void migrate(Connection& connection, const std::filesystem::path& file, std::span<const Migration> migrations);

}  // namespace protolabel::storage
