-- Schema 1. Undo records are changesets of these tables (SQLite's session extension), so every table has a PRIMARY KEY and later
-- migrations only add tables or trailing columns; one that must do more sets edit.changeset to NULL, which ends undo there.
-- Masks are zstd-compressed run-length images (core/labels/run_length.h).

CREATE TABLE volume (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    path TEXT NOT NULL,          -- relative to the folder of this file, with '/'; absolute when they share no folder
    series_uid TEXT NOT NULL,
    frame INTEGER NOT NULL,
    frames INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    geometry TEXT NOT NULL,      -- size, spacing, origin, directions of i, j, k: 18 numbers
    type TEXT NOT NULL,
    modality TEXT NOT NULL,
    slice_axis INTEGER NOT NULL,
    window_low REAL,
    window_high REAL,
    notes TEXT NOT NULL          -- one a line
);

CREATE TABLE label (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    color TEXT NOT NULL,
    locked INTEGER NOT NULL,
    visible INTEGER NOT NULL
);

CREATE TABLE annotation (
    volume INTEGER NOT NULL REFERENCES volume (id),
    slice INTEGER NOT NULL,
    drawn INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    model TEXT NOT NULL,
    runs BLOB NOT NULL,
    PRIMARY KEY (volume, slice)
);

-- What annotation.runs adds up to, so that no list has to decode a mask.
CREATE TABLE annotation_count (
    volume INTEGER NOT NULL REFERENCES volume (id),
    slice INTEGER NOT NULL,
    label INTEGER NOT NULL REFERENCES label (id),
    pixels INTEGER NOT NULL,
    PRIMARY KEY (volume, slice, label)
) WITHOUT ROWID;

CREATE TABLE review (
    volume INTEGER NOT NULL REFERENCES volume (id),
    slice INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (volume, slice)
);

CREATE TABLE support (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    volume INTEGER NOT NULL REFERENCES volume (id),
    slice INTEGER NOT NULL,
    label INTEGER NOT NULL REFERENCES label (id),
    weight REAL NOT NULL,
    enabled INTEGER NOT NULL,
    UNIQUE (volume, slice, label)
);

CREATE TABLE proposal (
    volume INTEGER NOT NULL REFERENCES volume (id),
    slice INTEGER NOT NULL,
    label INTEGER NOT NULL REFERENCES label (id),
    confidence REAL NOT NULL,
    distance REAL NOT NULL,
    pixels INTEGER NOT NULL,
    model TEXT NOT NULL,
    parameters TEXT NOT NULL,
    supports TEXT NOT NULL,      -- support ids
    PRIMARY KEY (volume, slice, label)
);

CREATE TABLE proposal_mask (
    volume INTEGER NOT NULL,
    slice INTEGER NOT NULL,
    label INTEGER NOT NULL,
    runs BLOB NOT NULL,
    PRIMARY KEY (volume, slice, label),
    FOREIGN KEY (volume, slice, label) REFERENCES proposal (volume, slice, label)
);

CREATE TABLE model (
    hash TEXT NOT NULL PRIMARY KEY,
    method TEXT NOT NULL,
    encoder TEXT NOT NULL,
    iterations INTEGER NOT NULL,
    loss REAL,                   -- NULL: not a number
    created TEXT NOT NULL,
    provenance TEXT NOT NULL
);

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    tool TEXT NOT NULL,
    author TEXT NOT NULL,
    active_seconds REAL NOT NULL,
    time TEXT NOT NULL,
    undone INTEGER NOT NULL,
    details TEXT NOT NULL,       -- JSON
    changeset BLOB               -- zstd; NULL: cannot be undone
);
CREATE INDEX edit_by_undone ON edit (undone, id);
