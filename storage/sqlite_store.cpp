#include "storage/sqlite_store.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>

#include "core/base/clock.h"
#include "storage/codec.h"
#include "storage/login_name.h"
#include "storage/sqlite_error.h"
#include "storage/sqlite_writer.h"

namespace protolabel::storage {

using namespace project;
namespace fs = std::filesystem;

namespace {

constexpr int kUndoLevel = 1;  // of zstd; 3 takes twice the time for 4 % less

/// Columns id, name, tool, author, active_seconds, details, time, undone, undo_bytes.
EditRecord editFrom(Query& row) {
    EditRecord edit;
    edit.id = EditId{row.integer(0)};
    edit.info.name = row.text(1);
    edit.info.tool = row.text(2);
    edit.info.author = row.text(3);
    edit.info.activeSeconds = row.real(4);
    edit.info.details = row.text(5);
    edit.when = row.text(6);
    edit.undone = row.integer(7) != 0;
    edit.undoable = row.integer(8) > 0;
    return edit;
}

}  // namespace

SqliteStore::SqliteStore(fs::path file, std::unique_ptr<WriteLock> lock, std::unique_ptr<Connection> connection)
    : file_(std::move(file)), lock_(std::move(lock)), connection_(std::move(connection)) {}

SqliteStore::~SqliteStore() {
    // Leaves one complete file behind; a reader that still needs the log keeps it, which costs nothing but space.
    if (!readOnly()) connection_->database().tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
}

void SqliteStore::requireWritable() const {
    if (readOnly())
        throw Error("project.readonly", "{0} is open read-only; open it for writing to change it", {file_.string()});
    // The log would go on under the old name, and a crash would part it from the file.
    int moved = 0;
    if (sqlite3_file_control(connection_->handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0)
        throw Error(
            "project.moved",
            "{0} was moved, replaced or deleted while it was open; put it back there to go on, or open it where it is",
            {file_.string()});
    if (connection_->inTransaction())
        throw Error("project.nested", "an edit of {0} is in progress; finish it before the next one", {file_.string()});
}

EditId SqliteStore::transact(const EditInfo& info, const std::function<void(ProjectWriter&)>& edit) {
    requireWritable();
    Changes changes;
    const auto id = converting(file_, [&] {
        Transaction transaction(*connection_);
        ChangeRecorder recorder(connection_->handle());
        SqliteWriter writer(*connection_, file_, authorOf(info));
        edit(writer);
        writer.rethrowFailure();
        const Bytes changeset = recorder.changeset();
        if (changeset.empty()) return EditId{};
        changes = describe(changeset);
        std::int64_t undoBytes = 0;
        const bool merges = mergeable_ && !info.merge.empty() && info.merge == mergeKey_;
        const EditId id = merges ? mergeEdit(info, changeset, undoBytes) : recordEdit(info, changeset, undoBytes);
        trimUndo(id, undoBytes);
        transaction.commit();
        undoBytes_ = undoBytes;
        return id;
    });
    if (!changes.empty()) {
        mergeable_ = id;
        mergeKey_ = info.merge;
    }
    announce(changes);
    return id;
}

std::string SqliteStore::authorOf(const EditInfo& info) const {
    const std::string& author = info.author.empty() ? author_ : info.author;
    return author.empty() ? loginName() : author;
}

/// Adds the undo record that `changeset` becomes to the sum of all, `undoBytes`.
EditId SqliteStore::recordEdit(const EditInfo& info, const Bytes& changeset, std::int64_t& undoBytes) {
    const auto sum = [&](const char* sql) {
        auto row = connection_->query(sql);
        row.next();
        return row.integer(0);
    };
    undoBytes = undoBytes_ ? *undoBytes_ : sum("SELECT coalesce(sum(undo_bytes), 0) FROM edit WHERE undo_bytes > 0");
    undoBytes -= sum("SELECT coalesce(sum(undo_bytes), 0) FROM edit WHERE undone = 1");
    connection_->execute("DELETE FROM edit WHERE undone = 1");
    const Bytes record = compress(changeset, kUndoLevel);
    undoBytes += static_cast<std::int64_t>(record.size());
    connection_->execute(
        "INSERT INTO edit (name, tool, author, active_seconds, details, time, undone, changeset, undo_bytes)"
        " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)",
        info.name, info.tool, authorOf(info), info.activeSeconds, info.details, utcNow(), record,
        static_cast<std::int64_t>(record.size()));
    return EditId{connection_->database().getLastInsertRowid()};
}

/// Makes the changes a part of the last edit; returns nothing when both together change nothing, and that edit is gone.
EditId SqliteStore::mergeEdit(const EditInfo& info, const Bytes& changeset, std::int64_t& undoBytes) {
    Bytes before;
    {
        auto row = connection_->query("SELECT changeset FROM edit WHERE id = ?", mergeable_.value);
        if (!row.next() || row.isNull(0)) return recordEdit(info, changeset, undoBytes);
        before = row.blob(0);
    }
    undoBytes = *undoBytes_ - static_cast<std::int64_t>(before.size());
    const Bytes both = joined(decompress(before), changeset);
    if (both.empty()) {
        connection_->execute("DELETE FROM edit WHERE id = ?", mergeable_.value);
        return {};
    }
    const Bytes record = compress(both, kUndoLevel);
    undoBytes += static_cast<std::int64_t>(record.size());
    connection_->execute(
        "UPDATE edit SET name = ?, details = ?, time = ?, active_seconds = active_seconds + ?, changeset = ?,"
        " undo_bytes = ? WHERE id = ?",
        info.name, info.details, utcNow(), info.activeSeconds, record, static_cast<std::int64_t>(record.size()),
        mergeable_.value);
    return mergeable_;
}

std::int64_t SqliteStore::undoLimit() const {
    const auto text = setting(kUndoLimitSetting);
    std::int64_t limit = kUndoLimitDefault;
    if (text) std::from_chars(text->data(), text->data() + text->size(), limit);
    return std::max<std::int64_t>(limit, 0);
}

/// Takes the oldest undo records away until the rest fits; never the newest.
void SqliteStore::trimUndo(EditId newest, std::int64_t& undoBytes) {
    for (const auto limit = undoLimit(); undoBytes > limit;) {
        std::int64_t oldest = 0;
        {
            auto row = connection_->query(
                "SELECT id, undo_bytes FROM edit WHERE undo_bytes > 0 AND id < ? ORDER BY id LIMIT 1", newest.value);
            if (!row.next()) return;
            oldest = row.integer(0);
            undoBytes -= row.integer(1);
        }
        connection_->execute("UPDATE edit SET changeset = NULL, undo_bytes = 0 WHERE id = ?", oldest);
    }
}

std::optional<EditRecord> SqliteStore::undo() {
    return step(Direction::Undo);
}
std::optional<EditRecord> SqliteStore::redo() {
    return step(Direction::Redo);
}

std::optional<EditRecord> SqliteStore::step(Direction direction) {
    requireWritable();
    Changes changes;
    const auto edit = converting(file_, [&]() -> std::optional<EditRecord> {
        Transaction transaction(*connection_);
        const char* next =
            direction == Direction::Undo
                ? "SELECT id, name, tool, author, active_seconds, details, time, 1, undo_bytes, changeset FROM edit"
                  " WHERE undone = 0 ORDER BY id DESC LIMIT 1"
                : "SELECT id, name, tool, author, active_seconds, details, time, 0, undo_bytes, changeset FROM edit"
                  " WHERE undone = 1 ORDER BY id LIMIT 1";
        EditRecord edit;
        Bytes changeset;
        {
            auto row = connection_->query(next);
            if (!row.next() || row.isNull(9)) return std::nullopt;
            edit = editFrom(row);
            changeset = decompress(row.blob(9));
        }
        changes = describe(changeset);
        apply(connection_->handle(), changeset, direction);
        connection_->execute("UPDATE edit SET undone = ? WHERE id = ?", edit.undone, edit.id.value);
        transaction.commit();
        return edit;
    });
    if (edit) mergeable_ = {};
    announce(changes);
    return edit;
}

void SqliteStore::onChanged(std::function<void(const Changes&)> receiver) {
    receivers_.push_back(std::move(receiver));
}

void SqliteStore::announce(const Changes& changes) const {
    if (changes.empty()) return;
    for (const auto& receiver : receivers_) receiver(changes);
}

std::optional<EditRecord> SqliteStore::nextUndo() const {
    return next(Direction::Undo);
}
std::optional<EditRecord> SqliteStore::nextRedo() const {
    return next(Direction::Redo);
}

std::optional<EditRecord> SqliteStore::next(Direction direction) const {
    return converting(file_, [&]() -> std::optional<EditRecord> {
        auto row = connection_->query(
            direction == Direction::Undo
                ? "SELECT id, name, tool, author, active_seconds, details, time, undone, undo_bytes FROM edit"
                  " WHERE undone = 0 ORDER BY id DESC LIMIT 1"
                : "SELECT id, name, tool, author, active_seconds, details, time, undone, undo_bytes FROM edit"
                  " WHERE undone = 1 ORDER BY id LIMIT 1");
        if (!row.next()) return std::nullopt;
        const auto edit = editFrom(row);
        return edit.undoable ? std::optional(edit) : std::nullopt;
    });
}

std::vector<EditRecord> SqliteStore::edits() const {
    return converting(file_, [&] {
        std::vector<EditRecord> edits;
        auto row = connection_->query(
            "SELECT id, name, tool, author, active_seconds, details, time, undone, undo_bytes FROM edit ORDER BY id");
        while (row.next()) edits.push_back(editFrom(row));
        // A step that cannot be taken ends undo, and redo, there.
        bool undo = true;
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
            if (!edit->undone) edit->undoable = undo = undo && edit->undoable;
        bool redo = true;
        for (auto& edit : edits)
            if (edit.undone) edit.undoable = redo = redo && edit.undoable;
        return edits;
    });
}

}  // namespace protolabel::storage
