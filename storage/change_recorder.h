#pragma once

#include <memory>

#include "core/base/bytes.h"
#include "core/project/changes.h"

struct sqlite3;
struct sqlite3_session;

namespace protolabel::storage {

/// Records what happens to every table but `edit` while it lives, as a changeset of SQLite's session extension:
/// for each changed row its net difference. Throws SQLite::Exception.
class ChangeRecorder {
public:
    explicit ChangeRecorder(sqlite3* database);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;

    Bytes changeset() const;  ///< empty when all rows are as they were

private:
    sqlite3* database_;
    sqlite3_session* session_ = nullptr;
};

/// Two changesets, of one edit and the next, as one: for each row the net difference. Empty when they cancel out.
Bytes joined(const Bytes& first, const Bytes& second);

/// What the rows of a changeset, or of its inverse, mean to a project.
project::Changes describe(const Bytes& changeset);

enum class Direction { Undo, Redo };

/// Applies a changeset (Redo) or its inverse (Undo) to the tables as the edit left them or found them; within the caller's
/// transaction. Throws Error "project.undo" when the rows are not as the changeset expects.
void apply(sqlite3* database, const Bytes& changeset, Direction direction);

}  // namespace protolabel::storage
