#include "storage/migrations.h"

#include <SQLiteCpp/Backup.h>

#include "core/base/error.h"
#include "storage/connection.h"

namespace protolabel::storage {

namespace fs = std::filesystem;

namespace {

/// A name that is not taken: an earlier backup is never replaced.
fs::path backupName(const fs::path& file, std::int64_t version) {
    const std::string base = file.string() + ".bak-v" + std::to_string(version);
    fs::path name = base;
    for (int n = 2; fs::exists(name); ++n) name = base + "-" + std::to_string(n);
    return name;
}

void backUp(Connection& connection, const fs::path& to) {
    const fs::path partial = to.string() + ".part";
    try {
        SQLite::Database copy(partial.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup(copy, connection.database()).executeStep();
    } catch (...) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        throw;
    }
    fs::rename(partial, to);
}

void apply(Connection& connection, const Migration& migration) {
    Transaction transaction(connection);
    connection.database().exec(migration.sql);
    if (connection.query("PRAGMA foreign_key_check").next())
        throw Error("project.damaged",
                    "the project cannot be upgraded to schema {0}: some of its records refer to missing ones; recover "
                    "it into a new project",
                    {std::to_string(migration.version)});
    connection.database().exec("PRAGMA user_version = " + std::to_string(migration.version));
    transaction.commit();
}

}  // namespace

void migrate(Connection& connection, const fs::path& file, std::span<const Migration> migrations) {
    const std::int64_t version = connection.database().execAndGet("PRAGMA user_version").getInt64();
    const std::int64_t latest = migrations.back().version;
    if (version > latest)
        throw Error("project.newer",
                    "{0} was saved by a newer version (schema {1}, this program knows up to {2}); update the program",
                    {file.string(), std::to_string(version), std::to_string(latest)});
    if (version == latest) return;
    if (version > 0) backUp(connection, backupName(file, version));

    // Rebuilding a table would trip over references to it; they are checked after every migration instead.
    connection.database().exec("PRAGMA foreign_keys = OFF");
    for (const auto& migration : migrations)
        if (migration.version > version) apply(connection, migration);
    connection.database().exec("PRAGMA foreign_keys = ON");
}

}  // namespace protolabel::storage
