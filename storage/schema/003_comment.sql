-- Schema 3: comments of readers on a volume, a slice or a label of it.
CREATE TABLE comment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    volume INTEGER NOT NULL REFERENCES volume (id),
    slice INTEGER,               -- NULL: all
    label INTEGER,               -- NULL: all
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    text TEXT NOT NULL
);
