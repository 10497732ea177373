#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "storage/connection.h"

namespace protolabel::storage {

/// Reads what a damaged table still has.
class TableSalvage {
public:
    /// `columns`: of these, the ones the table has are read. The table's rows must have rowids.
    TableSalvage(Connection& source, std::string table, const std::vector<std::string>& columns);

    const std::vector<std::string>& columns() const { return columns_; }

    /// Calls `row` for every readable row, at most once each, with columns() in order. A page that cannot be read is stepped over
    /// by asking for the rows behind it one by one.
    void forEach(const std::function<void(SQLite::Statement& row)>& row);

private:
    std::string select(const char* condition) const;
    bool scan(std::int64_t& last, const std::function<void(SQLite::Statement&)>& row);
    std::int64_t highestRow();

    Connection& source_;
    std::string table_;
    std::vector<std::string> columns_;
};

}  // namespace protolabel::storage
