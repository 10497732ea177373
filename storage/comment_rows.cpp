#include "storage/comment_rows.h"

#include "core/base/clock.h"

namespace protolabel::storage {

std::vector<project::Comment> readComments(Connection& connection) {
    std::vector<project::Comment> comments;
    auto row = connection.query(
        "SELECT id, volume, slice, label, author, time, resolved, text FROM comment ORDER BY volume, slice, id");
    while (row.next()) {
        project::Comment comment{CommentId{row.integer(0)},
                                 VolumeId{row.integer(1)},
                                 {},
                                 LabelId{row.isNull(3) ? 0 : row.integer(3)},
                                 row.text(4),
                                 row.text(5),
                                 row.integer(6) != 0,
                                 row.text(7)};
        if (!row.isNull(2)) comment.slice = static_cast<int>(row.integer(2));
        comments.push_back(std::move(comment));
    }
    return comments;
}

CommentId writeComment(Connection& connection, const project::Comment& comment, const std::string& author) {
    const std::string when = comment.when.empty() ? utcNow() : comment.when;
    connection.execute(
        "INSERT INTO comment (id, volume, slice, label, author, time, resolved, text)"
        " VALUES (nullif(?, 0), ?, nullif(?, -1), nullif(?, 0), ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " volume = excluded.volume, slice = excluded.slice, label = excluded.label, author = excluded.author,"
        " time = excluded.time, resolved = excluded.resolved, text = excluded.text",
        comment.id.value, comment.volume.value, comment.slice.value_or(-1), comment.label.value,
        comment.author.empty() ? author : comment.author, when, comment.resolved, comment.text);
    return comment.id ? comment.id : CommentId{connection.database().getLastInsertRowid()};
}

}  // namespace protolabel::storage
