#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/bytes.h"

namespace protolabel::storage {

/// One execution of a prepared statement; resets it at the end.
class Query {
public:
    explicit Query(SQLite::Statement& statement) : statement_(statement) {}
    ~Query() { statement_.tryReset(); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool next() { return statement_.executeStep(); }

    std::int64_t integer(int column) { return statement_.getColumn(column).getInt64(); }
    double real(int column) { return statement_.getColumn(column).getDouble(); }
    bool isNull(int column) { return statement_.isColumnNull(column); }
    std::string text(int column) { return statement_.getColumn(column).getString(); }
    Bytes blob(int column);

private:
    SQLite::Statement& statement_;
};

/// An open SQLite database with the project's settings and its prepared statements. All functions throw SQLite::Exception.
class Connection {
public:
    enum class Mode { Create, ReadWrite, ReadOnly, Salvage };

    /// ReadOnly also opens files in folders that cannot be written. Salvage is ReadOnly with fewer checks, for damaged files.
    Connection(const std::filesystem::path& file, Mode mode);

    /// Write-ahead log where the file system can share memory between processes, else a rollback journal.
    void chooseJournal(const std::filesystem::path& file);

    /// Binds `values` to the parameters in order: integers, doubles (NaN and nothing become NULL),
    /// strings, Bytes. The statement is kept
    /// prepared, so the same text must not be queried again before the Query ends.
    template <class... Values>
    Query query(const char* sql, const Values&... values) {
        SQLite::Statement& statement = prepared(sql);
        int index = 0;
        (bind(statement, ++index, values), ...);
        return Query(statement);
    }
    template <class... Values>
    void execute(const char* sql, const Values&... values) {
        query(sql, values...).next();
    }

    SQLite::Database& database() { return database_; }
    sqlite3* handle() const { return database_.getHandle(); }
    bool inTransaction() const;

private:
    SQLite::Statement& prepared(const char* sql);
    static void bind(SQLite::Statement& s, int index, std::int64_t value) { s.bind(index, value); }
    static void bind(SQLite::Statement& s, int index, int value) { s.bind(index, value); }
    static void bind(SQLite::Statement& s, int index, bool value) { s.bind(index, value ? 1 : 0); }
    static void bind(SQLite::Statement& s, int index, double value) { s.bind(index, value); }
    static void bind(SQLite::Statement& s, int index, const std::string& value) { s.bind(index, value); }
    static void bind(SQLite::Statement& s, int index, const char* value) { s.bind(index, value); }
    static void bind(SQLite::Statement& s, int index, std::optional<double> value) {
        value ? s.bind(index, *value) : s.bind(index);
    }
    static void bind(SQLite::Statement& s, int index, const Bytes& value);

    SQLite::Database database_;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements_;
};

/// A write transaction; rolled back unless committed.
class Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& connection_;
};

}  // namespace protolabel::storage
