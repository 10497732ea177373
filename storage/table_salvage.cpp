#include "storage/table_salvage.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace protolabel::storage {

namespace {

/// How far to look behind the last readable row when even the table's end is lost.
constexpr std::int64_t kBlindSteps = 10000;
/// How far to look at most: the highest row may be one of a damaged page, with any number.
constexpr std::int64_t kMostSteps = 100000;

/// No table counts that far; it keeps the steps from overflowing.
constexpr std::int64_t kHighestRow = std::numeric_limits<std::int64_t>::max() / 2;

bool isDamage(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR || code == SQLITE_FULL;
}

}  // namespace

TableSalvage::TableSalvage(Connection& source, std::string table, const std::vector<std::string>& columns)
    : source_(source), table_(std::move(table)) {
    SQLite::Statement info(source_.database(), "SELECT name FROM pragma_table_info(?)");
    info.bind(1, table_);
    while (info.executeStep()) {
        const std::string name = info.getColumn(0).getString();
        if (std::find(columns.begin(), columns.end(), name) != columns.end()) columns_.push_back(name);
    }
}

std::string TableSalvage::select(const char* condition) const {
    std::string sql = "SELECT ";
    for (const auto& column : columns_) sql += column + ", ";
    return sql + "rowid FROM " + table_ + " NOT INDEXED WHERE rowid " + condition;
}

/// Reads rows behind `last`, which follows; false when it met damage.
bool TableSalvage::scan(std::int64_t& last, const std::function<void(SQLite::Statement&)>& row) {
    SQLite::Statement rows(source_.database(), select("> ? ORDER BY rowid"));
    rows.bind(1, last);
    try {
        while (rows.executeStep()) {
            // Damaged inner pages can lead back to where the scan has been.
            const auto id = rows.getColumn(static_cast<int>(columns_.size())).getInt64();
            if (id <= last) return false;
            row(rows);
            last = id;
            if (last > kHighestRow) return true;
        }
    } catch (const SQLite::Exception& error) {
        if (!isDamage(error)) throw;
        return false;
    }
    return true;
}

std::int64_t TableSalvage::highestRow() {
    try {
        return source_.database().execAndGet("SELECT rowid FROM " + table_ + " ORDER BY rowid DESC LIMIT 1").getInt64();
    } catch (const SQLite::Exception&) {
        return -1;
    }
}

void TableSalvage::forEach(const std::function<void(SQLite::Statement&)>& row) {
    if (columns_.empty()) return;
    std::int64_t last = 0;
    const std::int64_t highest = highestRow();
    SQLite::Statement one(source_.database(), select("= ?"));
    while (!scan(last, row)) {
        const std::int64_t end = std::min(highest < 0 ? last + kBlindSteps : highest, last + kMostSteps);
        bool found = false;
        while (!found && last < end) {
            one.tryReset();
            one.bind(1, ++last);
            try {
                found = one.executeStep();
                if (found) row(one);
            } catch (const SQLite::Exception& error) {
                if (!isDamage(error)) throw;
            }
        }
        if (!found) return;
    }
}

}  // namespace protolabel::storage
