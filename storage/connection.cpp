#include "storage/connection.h"

#include <sqlite3.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace protolabel::storage {

namespace fs = std::filesystem;

namespace {

constexpr int kBusyMilliseconds = 5000;

/// A write-ahead log needs memory shared by all processes that open the file, which other hosts cannot see.
bool onNetwork(const fs::path& file) {
    // statfs(2): NFS, SMB, SMB2, CIFS, FUSE (sshfs), 9P, AFS, Ceph, Lustre, OCFS2, GFS2, BeeGFS, VirtualBox
    constexpr std::array<std::uint32_t, 13> network{0x6969,     0x517B,     0xFE534D42, 0xFF534D42, 0x65735546,
                                                    0x01021997, 0x5346414F, 0x00C36400, 0x0BD00BD0, 0x7461636F,
                                                    0x01161970, 0x19830326, 0x786F4256};
    struct statfs info {};
    if (::statfs(file.c_str(), &info) != 0) return false;
    return std::find(network.begin(), network.end(), static_cast<std::uint32_t>(info.f_type)) != network.end();
}

bool hasLog(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file.string() + "-wal", error);
    return !error && size > 0;
}

/// A URI that tells SQLite that nobody changes the file, so that it needs neither locks nor shared memory beside it.
std::string immutableUri(const fs::path& file) {
    constexpr const char* hex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_')
            uri += c;
        else
            uri += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return uri + "?immutable=1";
}

SQLite::Database open(const fs::path& file, Connection::Mode mode) {
    switch (mode) {
        case Connection::Mode::Create:
            return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds};
        case Connection::Mode::ReadWrite: return {file.string(), SQLite::OPEN_READWRITE, kBusyMilliseconds};
        case Connection::Mode::Salvage: return {file.string(), SQLite::OPEN_READONLY, kBusyMilliseconds};
        case Connection::Mode::ReadOnly: break;
    }
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY, kBusyMilliseconds);
    try {
        database.execAndGet("SELECT count(*) FROM sqlite_schema");
    } catch (const SQLite::Exception& error) {
        const bool cannotShare = error.getErrorCode() == SQLITE_CANTOPEN || error.getErrorCode() == SQLITE_READONLY;
        if (!cannotShare || hasLog(file)) throw;
        return {immutableUri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyMilliseconds};
    }
    return database;
}

}  // namespace

Bytes Query::blob(int column) {
    const auto value = statement_.getColumn(column);
    const auto* bytes = static_cast<const std::uint8_t*>(value.getBlob());
    return bytes == nullptr ? Bytes() : Bytes(bytes, bytes + value.getBytes());
}

Connection::Connection(const fs::path& file, Mode mode) : database_(open(file, mode)) {
    sqlite3_extended_result_codes(handle(), 1);
    if (mode == Mode::Salvage) {
        // Reads files that end too early or whose schema does not parse completely.
        database_.exec("PRAGMA trusted_schema = OFF; PRAGMA writable_schema = ON");
        return;
    }
    // The whole schema fits on the file's first page: spread over several, the loss of one would make every table unreadable.
    if (mode == Mode::Create) database_.exec("PRAGMA page_size = 8192");
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database_.exec(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = "
        "FULL");
}

void Connection::chooseJournal(const fs::path& file) {
    database_.execAndGet(onNetwork(file) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
}

bool Connection::inTransaction() const {
    return sqlite3_get_autocommit(handle()) == 0;
}

SQLite::Statement& Connection::prepared(const char* sql) {
    auto& statement = statements_[sql];
    if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
    return *statement;
}

void Connection::bind(SQLite::Statement& s, int index, const Bytes& value) {
    // An empty vector has no address, which SQLite would take for NULL.
    s.bind(index, value.empty() ? static_cast<const void*>("") : value.data(), static_cast<int>(value.size()));
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
    connection_.database().exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // SQLite has rolled back by itself after some errors (disk full); then there is nothing left to do.
    if (connection_.inTransaction()) connection_.database().tryExec("ROLLBACK");
}

void Transaction::commit() {
    connection_.database().exec("COMMIT");
}

}  // namespace protolabel::storage
