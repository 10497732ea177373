#include "storage/change_recorder.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

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

void apply(sqlite3* database, Bytes changeset, Direction direction) {
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
