#include "storage/sqlite_writer.h"

#include <cmath>

#include "storage/codec.h"
#include "storage/comment_rows.h"
#include "storage/sqlite_error.h"
#include "storage/volume_row.h"

namespace protolabel::storage {

void SqliteWriter::requireFreeName(const char* sql, const std::string& name, std::int64_t id, const char* code,
                                   const char* text) {
    if (connection_.query(sql, name, id).next()) throw Error(code, text, {name});
}

void SqliteWriter::requireLabel(std::int64_t id) {
    if (!connection_.query("SELECT 1 FROM label WHERE id = ?", id).next())
        throw Error("label.unknown", "the project has no label {0}; add it first", {std::to_string(id)});
}

imaging::SliceLayout SqliteWriter::requireSlice(VolumeId volume, int slice) {
    auto row = connection_.query("SELECT geometry, slice_axis, name FROM volume WHERE id = ?", volume.value);
    if (!row.next())
        throw Error("volume.unknown", "the project has no volume {0}; import it first", {std::to_string(volume.value)});
    const auto layout = imaging::sliceLayout(geometryFrom(row.text(0)), static_cast<int>(row.integer(1)));
    if (slice < 0 || slice >= layout.slices)
        throw Error("slice.range", "{0} has no slice {1}; choose one from 0 to {2}",
                    {row.text(2), std::to_string(slice), std::to_string(layout.slices - 1)});
    return layout;
}

void SqliteWriter::requireSize(VolumeId volume, int slice, int width, int height) {
    const auto layout = requireSlice(volume, slice);
    if (width == layout.width && height == layout.height) return;
    auto row = connection_.query("SELECT name FROM volume WHERE id = ?", volume.value);
    row.next();
    throw Error("mask.size",
                "a mask of {0} x {1} does not fit the slices of {2}, which are {3} x {4}; resample it onto the volume",
                {std::to_string(width), std::to_string(height), row.text(0), std::to_string(layout.width),
                 std::to_string(layout.height)});
}

VolumeId SqliteWriter::addVolume(const project::VolumeRecord& record) {
    return guarded([&] {
        requireFreeName("SELECT 1 FROM volume WHERE name = ? AND id <> ?", record.name, 0, "volume.name",
                        "the project already has a volume {0}; choose another name");
        return insertVolume(connection_, record, file_.parent_path());
    });
}

void SqliteWriter::updateVolume(const project::VolumeRecord& record) {
    guarded([&] {
        requireFreeName("SELECT 1 FROM volume WHERE name = ? AND id <> ?", record.name, record.id.value, "volume.name",
                        "the project already has a volume {0}; choose another name");
        auto row = connection_.query("SELECT geometry, slice_axis FROM volume WHERE id = ?", record.id.value);
        if (!row.next())
            throw Error("volume.unknown", "the project has no volume {0}; import it first",
                        {std::to_string(record.id.value)});
        const bool sameSlices =
            geometryFrom(row.text(0)).size == record.geometry.size && row.integer(1) == record.sliceAxis;
        if (!sameSlices &&
            connection_
                .query("SELECT 1 FROM annotation WHERE volume = ?1 UNION ALL SELECT 1 FROM support WHERE volume = ?1"
                       " UNION ALL SELECT 1 FROM proposal WHERE volume = ?1"
                       " UNION ALL SELECT 1 FROM comment WHERE volume = ?1 AND slice IS NOT NULL",
                       record.id.value)
                .next())
            throw Error("volume.axis",
                        "{0} has annotation, supports, proposals or comments on its slices; remove them before it is "
                        "cut another way",
                        {record.name});
        storage::updateVolume(connection_, record, file_.parent_path());
    });
}

void SqliteWriter::removeVolume(VolumeId id) {
    guarded([&] {
        for (const char* sql :
             {"DELETE FROM annotation_count WHERE volume = ?", "DELETE FROM annotation WHERE volume = ?",
              "DELETE FROM review WHERE volume = ?", "DELETE FROM support WHERE volume = ?",
              "DELETE FROM comment WHERE volume = ?", "DELETE FROM proposal_mask WHERE volume = ?",
              "DELETE FROM proposal WHERE volume = ?", "DELETE FROM volume WHERE id = ?"})
            connection_.execute(sql, id.value);
    });
}

void SqliteWriter::putLabel(const labels::Label& label) {
    guarded([&] {
        if (label.id.value < 1 || label.id.value > 65535)
            throw Error("label.id", "\"{0}\" is not a label id; use a whole number from 1 to 65535",
                        {std::to_string(label.id.value)});
        requireFreeName("SELECT 1 FROM label WHERE name = ? AND id <> ?", label.name, label.id.value, "label.name",
                        "the project already has a label {0}; choose another name");
        connection_.execute(
            "INSERT INTO label (id, name, color, locked, visible) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " name = excluded.name, color = excluded.color, locked = excluded.locked, visible = excluded.visible",
            label.id.value, label.name, toHex(label.color), label.locked, label.visible);
    });
}

void SqliteWriter::removeLabel(LabelId id) {
    guarded([&] {
        eraseLabel(id);
        for (const char* sql : {"DELETE FROM support WHERE label = ?", "DELETE FROM proposal_mask WHERE label = ?",
                                "DELETE FROM proposal WHERE label = ?",
                                "UPDATE comment SET label = NULL WHERE label = ?", "DELETE FROM label WHERE id = ?"})
            connection_.execute(sql, id.value);
    });
}

void SqliteWriter::putReviewState(VolumeId volume, int slice, project::ReviewState state) {
    guarded([&] {
        requireSlice(volume, slice);
        if (state == project::ReviewState::Untouched)
            connection_.execute("DELETE FROM review WHERE volume = ? AND slice = ?", volume.value, slice);
        else
            connection_.execute(
                "INSERT INTO review (volume, slice, state) VALUES (?, ?, ?)"
                " ON CONFLICT (volume, slice) DO UPDATE SET state = excluded.state",
                volume.value, slice, std::string(toString(state)));
    });
}

SupportId SqliteWriter::putSupport(const project::Support& support) {
    return guarded([&] {
        requireSlice(support.volume, support.slice);
        requireLabel(support.label.value);
        connection_.execute(
            "INSERT INTO support (volume, slice, label, weight, enabled) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (volume, slice, label) DO UPDATE SET weight = excluded.weight, enabled = excluded.enabled",
            support.volume.value, support.slice, support.label.value, support.weight, support.enabled);
        auto row = connection_.query("SELECT id FROM support WHERE volume = ? AND slice = ? AND label = ?",
                                     support.volume.value, support.slice, support.label.value);
        row.next();
        return SupportId{row.integer(0)};
    });
}

void SqliteWriter::removeSupport(SupportId id) {
    guarded([&] { connection_.execute("DELETE FROM support WHERE id = ?", id.value); });
}

void SqliteWriter::putProposal(const project::Proposal& proposal) {
    guarded([&] {
        requireSize(proposal.volume, proposal.slice, proposal.mask.width, proposal.mask.height);
        requireLabel(proposal.label.value);
        if (!std::isfinite(proposal.confidence) || !std::isfinite(proposal.distance))
            throw Error("proposal.values",
                        "the model returned no number as confidence; train it again or choose another model");
        connection_.execute(
            "INSERT INTO proposal (volume, slice, label, confidence, distance, pixels, model, parameters, supports)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (volume, slice, label) DO UPDATE SET"
            " confidence = excluded.confidence, distance = excluded.distance, pixels = excluded.pixels,"
            " model = excluded.model, parameters = excluded.parameters, supports = excluded.supports",
            proposal.volume.value, proposal.slice, proposal.label.value, proposal.confidence, proposal.distance,
            countNonZero(proposal.mask), proposal.model, proposal.parameters, idsText(proposal.supports));
        connection_.execute(
            "INSERT INTO proposal_mask (volume, slice, label, runs) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (volume, slice, label) DO UPDATE SET runs = excluded.runs",
            proposal.volume.value, proposal.slice, proposal.label.value, packRuns(proposal.mask));
    });
}

void SqliteWriter::removeProposal(VolumeId volume, int slice, LabelId label) {
    guarded([&] {
        for (const char* sql : {"DELETE FROM proposal_mask WHERE volume = ? AND slice = ? AND label = ?",
                                "DELETE FROM proposal WHERE volume = ? AND slice = ? AND label = ?"})
            connection_.execute(sql, volume.value, slice, label.value);
    });
}

CommentId SqliteWriter::putComment(const project::Comment& comment) {
    return guarded([&] {
        requireSlice(comment.volume, comment.slice.value_or(0));
        if (comment.label) requireLabel(comment.label.value);
        if (comment.text.empty()) throw Error("comment.empty", "a comment says nothing; write a text");
        return writeComment(connection_, comment, author_);
    });
}

void SqliteWriter::removeComment(CommentId id) {
    guarded([&] { connection_.execute("DELETE FROM comment WHERE id = ?", id.value); });
}

void SqliteWriter::putModel(const project::ModelRecord& model) {
    guarded([&] {
        connection_.execute(
            "INSERT INTO model (hash, method, encoder, iterations, loss, created, provenance) VALUES (?, ?, ?, ?, ?, "
            "?, ?)"
            " ON CONFLICT (hash) DO UPDATE SET method = excluded.method, encoder = excluded.encoder,"
            " iterations = excluded.iterations, loss = excluded.loss, created = excluded.created,"
            " provenance = excluded.provenance",
            model.hash, model.method, model.encoder, model.iterations, model.loss, model.created, model.provenance);
    });
}

void SqliteWriter::putSetting(const std::string& key, const std::string& value) {
    guarded([&] {
        connection_.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key, value);
    });
}

}  // namespace protolabel::storage
