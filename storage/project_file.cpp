#include "storage/project_file.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "storage/project_opening.h"
#include "storage/recovery.h"
#include "storage/sqlite_error.h"
#include "storage/sqlite_store.h"
#include "storage/sqlite_writer.h"

namespace protolabel::storage {

namespace fs = std::filesystem;

namespace {

constexpr int kApplicationId = 0x504C4142;  // "PLAB"

Error notAProject(const fs::path& file) {
    return Error("project.format",
                 "{0} is not a project, or its beginning is destroyed; choose a .plb file, or a backup of it",
                 {file.string()});
}

Error cannotCreate(const fs::path& file, const char* reason) {
    return Error("project.folder", "{0} cannot be created: {1}; choose a folder that exists and that you may write to",
                 {file.string(), reason});
}

Error nameTaken(const fs::path& file) {
    return Error("project.exists", "{0} exists already; choose another name, or open it", {file.string()});
}

void removeQuietly(const fs::path& file) {
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(file.string() + suffix, ignored);
}

/// Gives a complete file its name, which must be free, durably.
void publish(const fs::path& complete, const fs::path& file) {
    if (::renameat2(AT_FDCWD, complete.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST || fs::exists(file)) throw nameTaken(file);
        // Not every file system can refuse to replace.
        if (::rename(complete.c_str(), file.c_str()) != 0) throw cannotCreate(file, std::strerror(errno));
    }
    const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

/// An open connection to what is certainly a project.
std::unique_ptr<Connection> openVerified(const fs::path& file, Connection::Mode mode) {
    try {
        auto connection = std::make_unique<Connection>(file, mode);
        if (connection->database().execAndGet("PRAGMA application_id").getInt() == kApplicationId) return connection;
    } catch (const SQLite::Exception& error) {
        if ((error.getErrorCode() & 0xff) != SQLITE_NOTADB) throw;
    }
    throw notAProject(file);
}

void requireCurrent(Connection& connection, const fs::path& file, std::span<const Migration> migrations) {
    const auto version = connection.database().execAndGet("PRAGMA user_version").getInt64();
    if (version < migrations.back().version)
        throw Error("project.older",
                    "{0} was saved by an older version; open it once for writing, which upgrades it after a backup",
                    {file.string()});
    migrate(connection, file, migrations);
}

/// Damage shows before anything is built on it: a small file is read through, of a large one the root of every table.
void requireSound(SQLite::Database& database) {
    constexpr std::int64_t kReadThrough = 32 << 20;
    std::vector<std::string> tables;
    for (SQLite::Statement rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table'"); rows.executeStep();)
        tables.push_back(rows.getColumn(0).getString());
    for (const auto& table : tables)
        SQLite::Statement(database, "SELECT 1 FROM " + table + " NOT INDEXED LIMIT 1").executeStep();
    const auto number = [&](const char* pragma) { return database.execAndGet(pragma).getInt64(); };
    if (number("PRAGMA page_count") * number("PRAGMA page_size") > kReadThrough) return;
    const std::string finding = database.execAndGet("PRAGMA quick_check(1)").getString();
    if (finding != "ok") throw SQLite::Exception(finding, SQLITE_CORRUPT);
    database.exec("PRAGMA shrink_memory");  // the pages it has read
}

std::unique_ptr<project::ProjectStore> openStore(const fs::path& file, std::unique_ptr<WriteLock> lock,
                                                 std::span<const Migration> migrations) {
    auto connection = openVerified(file, lock ? Connection::Mode::ReadWrite : Connection::Mode::ReadOnly);
    requireSound(connection->database());
    if (lock) {
        migrate(*connection, file, migrations);
        connection->chooseJournal(file);
    } else {
        requireCurrent(*connection, file, migrations);
    }
    auto store = std::make_unique<SqliteStore>(file, std::move(lock), std::move(connection));
    // The small tables everything else refers to: what cannot be decoded there shows now.
    store->volumes();
    store->labels();
    return store;
}

}  // namespace

std::unique_ptr<project::ProjectStore> createProject(const fs::path& name, const std::vector<labels::Label>& labels) {
    const auto file = converting(name, [&] {
        fs::path path = fs::weakly_canonical(fs::absolute(name));
        if (fs::exists(path)) throw nameTaken(path);
        if (!fs::is_directory(path.parent_path())) throw cannotCreate(path, "there is no such folder");
        if (::access(path.parent_path().c_str(), W_OK) != 0) throw cannotCreate(path, std::strerror(errno));
        return path;
    });
    // Built under another name, so that a project is never seen half made.
    const fs::path draft = file.parent_path() / ("." + file.filename().string() + ".new-" + std::to_string(::getpid()));
    removeQuietly(draft);
    try {
        converting(file, [&] {
            Connection connection(draft, Connection::Mode::Create);
            connection.database().exec("PRAGMA application_id = " + std::to_string(kApplicationId));
            migrate(connection, draft, migrations());
            SqliteWriter writer(connection, draft, {});
            for (const auto& label : labels) writer.putLabel(label);
        });
        publish(draft, file);
    } catch (...) {
        removeQuietly(draft);
        throw;
    }
    return openProject(file);
}

std::unique_ptr<project::ProjectStore> openWith(const fs::path& name, Access access,
                                                std::span<const Migration> migrations) {
    std::error_code error;
    const fs::path file = fs::weakly_canonical(fs::absolute(name), error);
    if (error || !fs::is_regular_file(file, error))
        throw Error("project.missing", "there is no project {0}; check the path, or create it", {name.string()});
    if (fs::file_size(file, error) == 0) throw notAProject(file);
    if (access == Access::ReadWrite && ::access(file.c_str(), W_OK) != 0)
        throw Error("project.folder", "{0} cannot be written: {1}; open it read-only, or copy it to a folder of yours",
                    {file.string(), std::strerror(errno)});
    try {
        return converting(file, [&] {
            auto lock = access == Access::ReadWrite ? std::make_unique<WriteLock>(file) : nullptr;
            return openStore(file, std::move(lock), migrations);
        });
    } catch (const Error& damage) {
        if (damage.code() != "project.damaged") throw;
        throw Error("project.damaged", "{0} is damaged; {1}; recover this into a new project",
                    {file.string(), describe(surveyProject(file))});
    }
}

std::unique_ptr<project::ProjectStore> openProject(const fs::path& file, Access access) {
    return openWith(file, access, migrations());
}

}  // namespace protolabel::storage
