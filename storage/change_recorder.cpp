#include "storage/change_recorder.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <map>
#include <set>
#include <string_view>

#include "core/base/error.h"

namespace protolabel::storage {

namespace {

void check(sqlite3* database, int code) {
    if (code != SQLITE_OK) throw SQLite::Exception(database, code);
}

int isRecorded(void*, const char* table) {
    return std::string_view(table) != "edit";
}

int onConflict(void*, int, sqlite3_changeset_iter*) {
    return SQLITE_CHANGESET_ABORT;
}

/// Takes over a buffer that SQLite allocated.
Bytes take(void* buffer, int size) {
    const auto* bytes = static_cast<const std::uint8_t*>(buffer);
    Bytes copy(bytes, bytes + size);
    sqlite3_free(buffer);
    return copy;
}

/// Reads the rows of a changeset one by one.
class Rows {
public:
    explicit Rows(const Bytes& changeset) {
        // SQLite only reads the buffer, but declares otherwise.
        auto* bytes = const_cast<std::uint8_t*>(changeset.data());
        check(sqlite3changeset_start(&rows_, static_cast<int>(changeset.size()), bytes));
    }
    ~Rows() { sqlite3changeset_finalize(rows_); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    bool next() {
        const int code = sqlite3changeset_next(rows_);
        if (code == SQLITE_DONE) return false;
        if (code != SQLITE_ROW) check(code);
        const char* table = nullptr;
        int columns = 0;
        int indirect = 0;
        check(sqlite3changeset_op(rows_, &table, &columns, &operation_, &indirect));
        table_ = table;
        return true;
    }
    std::string_view table() const { return table_; }

    /// Of a column of the primary key, which is an integer.
    std::int64_t key(int column) const {
        sqlite3_value* value = nullptr;
        check(operation_ == SQLITE_INSERT ? sqlite3changeset_new(rows_, column, &value)
                                          : sqlite3changeset_old(rows_, column, &value));
        return sqlite3_value_int64(value);
    }

private:
    static void check(int code) {
        if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);
    }

    sqlite3_changeset_iter* rows_ = nullptr;
    std::string_view table_;
    int operation_ = 0;
};

}  // namespace

ChangeRecorder::ChangeRecorder(sqlite3* database) : database_(database) {
    check(database_, sqlite3session_create(database_, "main", &session_));
    sqlite3session_table_filter(session_, isRecorded, nullptr);
    const int attached = sqlite3session_attach(session_, nullptr);
    if (attached != SQLITE_OK) {
        sqlite3session_delete(session_);
        throw SQLite::Exception(database_, attached);
    }
}

ChangeRecorder::~ChangeRecorder() {
    sqlite3session_delete(session_);
}

Bytes ChangeRecorder::changeset() const {
    int size = 0;
    void* buffer = nullptr;
    check(database_, sqlite3session_changeset(session_, &size, &buffer));
    return take(buffer, size);
}

Bytes joined(const Bytes& first, const Bytes& second) {
    const auto require = [](int code) {
        if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);
    };
    sqlite3_changegroup* made = nullptr;
    require(sqlite3changegroup_new(&made));
    const std::unique_ptr<sqlite3_changegroup, decltype(&sqlite3changegroup_delete)> group(made,
                                                                                           sqlite3changegroup_delete);
    for (const auto* part : {&first, &second})
        require(sqlite3changegroup_add(made, static_cast<int>(part->size()), const_cast<std::uint8_t*>(part->data())));
    int size = 0;
    void* buffer = nullptr;
    require(sqlite3changegroup_output(made, &size, &buffer));
    return take(buffer, size);
}

project::Changes describe(const Bytes& changeset) {
    project::Changes changes;
    // Their keys begin with the volume and the slice.
    const std::map<std::string_view, std::map<VolumeId, std::set<int>>*> slices{
        {"annotation", &changes.annotation},
        {"annotation_count", &changes.annotation},
        {"proposal", &changes.proposals},
        {"proposal_mask", &changes.proposals},
        {"review", &changes.states}};
    const std::map<std::string_view, bool*> lists{{"volume", &changes.volumes},   {"label", &changes.labels},
                                                  {"support", &changes.supports}, {"model", &changes.models},
                                                  {"setting", &changes.settings}, {"comment", &changes.comments}};
    for (Rows rows(changeset); rows.next();) {
        if (const auto found = slices.find(rows.table()); found != slices.end())
            (*found->second)[VolumeId{rows.key(0)}].insert(static_cast<int>(rows.key(1)));
        else if (const auto list = lists.find(rows.table()); list != lists.end())
            *list->second = true;
    }
    return changes;
}

void apply(sqlite3* database, const Bytes& recorded, Direction direction) {
    Bytes changeset = recorded;
    if (direction == Direction::Undo) {
        int size = 0;
        void* buffer = nullptr;
        check(database, sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.data(), &size, &buffer));
        changeset = take(buffer, size);
    }
    const int code = sqlite3changeset_apply(database, static_cast<int>(changeset.size()), changeset.data(), nullptr,
                                            onConflict, nullptr);
    if (code == SQLITE_ABORT)
        throw Error("project.undo",
                    "this step cannot be undone or redone: the project was changed by another program since; draw it "
                    "again instead");
    check(database, code);
}

}  // namespace protolabel::storage
