#include "storage/recovery.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <set>

#include "storage/codec.h"
#include "storage/project_file.h"
#include "storage/sqlite_error.h"
#include "storage/table_salvage.h"

namespace protolabel::storage {

namespace fs = std::filesystem;

namespace {

/// In an order in which rows come after those they refer to. annotation_count follows from annotation.
constexpr std::array kTables{"volume",        "label",   "annotation", "review",  "support", "proposal",
                             "proposal_mask", "comment", "model",      "setting", "edit"};

std::int64_t* counter(Recovery& recovery, const std::string& table) {
    if (table == "volume") return &recovery.volumes;
    if (table == "label") return &recovery.labels;
    if (table == "annotation") return &recovery.slices;
    if (table == "support") return &recovery.supports;
    if (table == "proposal") return &recovery.proposals;
    if (table == "model") return &recovery.models;
    return nullptr;
}

std::vector<std::string> columnsOf(Connection& connection, const std::string& table) {
    std::vector<std::string> columns;
    auto row = connection.query("SELECT name FROM pragma_table_info(?)", table);
    while (row.next()) columns.push_back(row.text(0));
    return columns;
}

void copyValue(SQLite::Statement& from, int column, SQLite::Statement& to) {
    const auto value = from.getColumn(column);
    switch (value.getType()) {
        case SQLITE_INTEGER: to.bind(column + 1, value.getInt64()); break;
        case SQLITE_FLOAT: to.bind(column + 1, value.getDouble()); break;
        case SQLITE_TEXT: to.bind(column + 1, value.getString()); break;
        case SQLITE_BLOB: to.bind(column + 1, value.getBlob(), value.getBytes()); break;
        default: to.bind(column + 1); break;
    }
}

void copyTable(Connection& from, Connection& to, const std::string& table) {
    TableSalvage salvage(from, table, columnsOf(to, table));
    if (salvage.columns().empty()) return;
    std::string names;
    std::string places;
    for (const auto& column : salvage.columns()) {
        names += (names.empty() ? "" : ", ") + column;
        places += places.empty() ? "?" : ", ?";
    }
    // Damage can make a row appear twice, or with a NULL where there must be a value.
    SQLite::Statement insert(to.database(),
                             "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + places + ")");
    salvage.forEach([&](SQLite::Statement& row) {
        for (int i = 0; i < static_cast<int>(salvage.columns().size()); ++i) copyValue(row, i, insert);
        insert.exec();
        insert.reset();
    });
}

/// Removes rows that name a volume, label or proposal that is lost.
std::int64_t dropOrphans(Connection& project) {
    std::int64_t dropped = 0;
    for (;;) {
        std::set<std::pair<std::string, std::int64_t>> orphans;
        {
            SQLite::Statement check(project.database(), "PRAGMA foreign_key_check");
            while (check.executeStep()) orphans.emplace(check.getColumn(0).getString(), check.getColumn(1).getInt64());
        }
        if (orphans.empty()) break;
        for (const auto& [table, row] : orphans) {
            SQLite::Statement remove(project.database(), "DELETE FROM " + table + " WHERE rowid = ?");
            remove.bind(1, row);
            remove.exec();
            ++dropped;
        }
    }
    return dropped + project.database().exec(
                         "DELETE FROM proposal WHERE (volume, slice, label) NOT IN (SELECT volume, slice, label FROM "
                         "proposal_mask)");
}

void ensureLabel(Connection& project, std::uint16_t label) {
    project.execute("INSERT OR IGNORE INTO label (id, name, color, locked, visible) VALUES (?, ?, ?, 0, 1)",
                    static_cast<int>(label), "recovered label " + std::to_string(label),
                    labels::toHex(labels::defaultColor(label - 1)));
}

/// Decodes every annotated slice, counts its labels and drops those that do not decode.
std::int64_t recount(Connection& project) {
    std::int64_t dropped = 0;
    SQLite::Statement rows(project.database(), "SELECT rowid, volume, slice, runs FROM annotation");
    std::vector<std::int64_t> broken;
    while (rows.executeStep()) {
        const auto blob = rows.getColumn(3);
        const auto* bytes = static_cast<const std::uint8_t*>(blob.getBlob());
        try {
            const auto slice = unpackRuns<labels::SliceRuns>(Bytes(bytes, bytes + blob.getBytes()));
            for (const auto& [label, pixels] : slice.counts()) {
                ensureLabel(project, label);
                project.execute("INSERT INTO annotation_count (volume, slice, label, pixels) VALUES (?, ?, ?, ?)",
                                rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64(), static_cast<int>(label),
                                pixels);
            }
        } catch (const Error&) {
            broken.push_back(rows.getColumn(0).getInt64());
        }
    }
    for (const auto row : broken) {
        project.execute("DELETE FROM annotation WHERE rowid = ?", row);
        ++dropped;
    }
    return dropped;
}

Recovery countRows(Connection& project) {
    Recovery recovery;
    for (const std::string table : kTables)
        if (auto* count = counter(recovery, table))
            *count = project.database().execAndGet("SELECT count(*) FROM " + table).getInt64();
    return recovery;
}

Recovery salvage(const fs::path& file, const fs::path& out) {
    Connection from(file, Connection::Mode::Salvage);
    Connection to(out, Connection::Mode::ReadWrite);
    to.database().exec("PRAGMA foreign_keys = OFF");
    Transaction transaction(to);
    for (const char* table : kTables) copyTable(from, to, table);
    // The history may rest on rows that are lost.
    to.database().exec("DELETE FROM edit WHERE undone = 1; UPDATE edit SET changeset = NULL");
    std::int64_t dropped = dropOrphans(to);
    dropped += recount(to);
    Recovery recovery = countRows(to);
    recovery.dropped = dropped;
    transaction.commit();
    return recovery;
}

}  // namespace

static std::string counted(std::int64_t number, const std::string& what) {
    return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string describe(const Recovery& r) {
    return counted(r.volumes, "volume") + ", " + counted(r.labels, "label") + ", " +
           counted(r.slices, "annotated slice") + ", " + counted(r.supports, "support") + ", " +
           counted(r.proposals, "proposal") + " and " + counted(r.models, "model") + " can be read";
}

Recovery recoverProject(const fs::path& file, const fs::path& out) {
    if (!fs::is_regular_file(file))
        throw Error("project.missing", "there is no project {0}; check the path", {file.string()});
    const fs::path target = createProject(out)->file();
    try {
        return converting(file, [&] { return salvage(fs::absolute(file), target); });
    } catch (...) {
        std::error_code ignored;
        fs::remove(target, ignored);
        throw;
    }
}

Recovery surveyProject(const fs::path& file) {
    Recovery recovery;
    try {
        Connection from(file, Connection::Mode::Salvage);
        for (const std::string table : kTables) {
            auto* count = counter(recovery, table);
            if (count == nullptr) continue;
            TableSalvage salvage(from, table, {"id", "volume", "slice", "runs", "hash"});
            salvage.forEach([&](SQLite::Statement&) { ++*count; });
        }
    } catch (const SQLite::Exception&) {
        // What was counted before is what there is.
    }
    return recovery;
}

}  // namespace protolabel::storage
