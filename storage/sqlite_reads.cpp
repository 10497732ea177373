// The reading half of SqliteStore.
#include <limits>

#include "storage/codec.h"
#include "storage/comment_rows.h"
#include "storage/sqlite_error.h"
#include "storage/sqlite_store.h"
#include "storage/volume_row.h"

namespace protolabel::storage {

using namespace project;
namespace fs = std::filesystem;

namespace {

std::vector<SupportId> supportsFrom(const std::string& text) {
    std::vector<SupportId> supports;
    for (const auto id : idsFrom(text)) supports.push_back(SupportId{id});
    return supports;
}

ReviewState reviewStateFrom(const std::string& text) {
    return valueNamed(text, {ReviewState::Proposed, ReviewState::Corrected, ReviewState::Accepted, ReviewState::Flagged,
                             ReviewState::Confirmed});
}

}  // namespace

std::vector<VolumeRecord> SqliteStore::volumes() const {
    return converting(file_, [&] { return readVolumes(*connection_, file_.parent_path()); });
}

std::vector<labels::Label> SqliteStore::labels() const {
    return converting(file_, [&] {
        std::vector<labels::Label> labels;
        auto row = connection_->query("SELECT id, name, color, locked, visible FROM label ORDER BY id");
        while (row.next())
            labels.push_back({LabelId{row.integer(0)}, row.text(1), labels::colorFromHex(row.text(2)),
                              row.integer(3) != 0, row.integer(4) != 0});
        return labels;
    });
}

std::vector<Support> SqliteStore::supports() const {
    return converting(file_, [&] {
        std::vector<Support> supports;
        auto row = connection_->query(
            "SELECT id, volume, slice, label, weight, enabled FROM support ORDER BY label, volume, slice");
        while (row.next())
            supports.push_back({SupportId{row.integer(0)}, VolumeId{row.integer(1)}, static_cast<int>(row.integer(2)),
                                LabelId{row.integer(3)}, row.real(4), row.integer(5) != 0});
        return supports;
    });
}

std::vector<ModelRecord> SqliteStore::models() const {
    return converting(file_, [&] {
        std::vector<ModelRecord> models;
        auto row = connection_->query(
            "SELECT hash, method, encoder, iterations, loss, created, provenance FROM model ORDER BY created, rowid");
        while (row.next())
            models.push_back({row.text(0), row.text(1), row.text(2), row.integer(3),
                              row.isNull(4) ? std::numeric_limits<double>::quiet_NaN() : row.real(4), row.text(5),
                              row.text(6)});
        return models;
    });
}

std::optional<std::string> SqliteStore::setting(const std::string& key) const {
    return converting(file_, [&]() -> std::optional<std::string> {
        auto row = connection_->query("SELECT value FROM setting WHERE key = ?", key);
        if (!row.next()) return std::nullopt;
        return row.text(0);
    });
}

std::vector<int> SqliteStore::annotatedSlices(VolumeId volume) const {
    return converting(file_, [&] {
        std::vector<int> slices;
        auto row = connection_->query("SELECT DISTINCT slice FROM annotation_count WHERE volume = ? ORDER BY slice",
                                      volume.value);
        while (row.next()) slices.push_back(static_cast<int>(row.integer(0)));
        return slices;
    });
}

std::vector<int> SqliteStore::slicesShowing(VolumeId volume, LabelId label) const {
    return converting(file_, [&] {
        std::vector<int> slices;
        auto row =
            connection_->query("SELECT slice FROM annotation_count WHERE volume = ? AND label = ? ORDER BY slice",
                               volume.value, label.value);
        while (row.next()) slices.push_back(static_cast<int>(row.integer(0)));
        return slices;
    });
}

std::optional<labels::SliceRuns> SqliteStore::annotationRuns(VolumeId volume, int slice) const {
    return converting(file_, [&]() -> std::optional<labels::SliceRuns> {
        auto row =
            connection_->query("SELECT runs FROM annotation WHERE volume = ? AND slice = ?", volume.value, slice);
        if (!row.next()) return std::nullopt;
        return unpackRuns<labels::SliceRuns>(row.blob(0));
    });
}

AnnotationSource SqliteStore::annotationSource(VolumeId volume, int slice) const {
    return converting(file_, [&]() -> AnnotationSource {
        auto row = connection_->query("SELECT drawn, accepted, model FROM annotation WHERE volume = ? AND slice = ?",
                                      volume.value, slice);
        if (!row.next()) return {};
        return {row.integer(0) != 0, row.integer(1) != 0, row.text(2)};
    });
}

ReviewState SqliteStore::reviewState(VolumeId volume, int slice) const {
    return converting(file_, [&] {
        auto row = connection_->query("SELECT state FROM review WHERE volume = ? AND slice = ?", volume.value, slice);
        return row.next() ? reviewStateFrom(row.text(0)) : ReviewState::Untouched;
    });
}

std::vector<std::pair<LabelId, std::int64_t>> SqliteStore::annotationCounts(VolumeId volume) const {
    return converting(file_, [&] {
        std::vector<std::pair<LabelId, std::int64_t>> counts;
        auto row = connection_->query(
            "SELECT label, sum(pixels) FROM annotation_count WHERE volume = ? GROUP BY label ORDER BY label",
            volume.value);
        while (row.next()) counts.emplace_back(LabelId{row.integer(0)}, row.integer(1));
        return counts;
    });
}

std::map<int, ReviewState> SqliteStore::reviewStates(VolumeId volume) const {
    return converting(file_, [&] {
        std::map<int, ReviewState> states;
        auto row = connection_->query("SELECT slice, state FROM review WHERE volume = ?", volume.value);
        while (row.next()) states[static_cast<int>(row.integer(0))] = reviewStateFrom(row.text(1));
        return states;
    });
}

std::map<VolumeId, VolumeCounts> SqliteStore::counts() const {
    return converting(file_, [&] {
        std::map<VolumeId, VolumeCounts> counts;
        const auto each = [&](const char* sql, auto&& take) {
            auto row = connection_->query(sql);
            while (row.next()) take(counts[VolumeId{row.integer(0)}], row);
        };
        each("SELECT volume, count(DISTINCT slice) FROM annotation_count GROUP BY volume",
             [](VolumeCounts& c, Query& row) { c.annotatedSlices = static_cast<int>(row.integer(1)); });
        each("SELECT volume, label, sum(pixels) FROM annotation_count GROUP BY volume, label",
             [](VolumeCounts& c, Query& row) { c.voxels[LabelId{row.integer(1)}] = row.integer(2); });
        each("SELECT volume, label, count(*) FROM proposal GROUP BY volume, label", [](VolumeCounts& c, Query& row) {
            c.proposals[LabelId{row.integer(1)}] = static_cast<int>(row.integer(2));
        });
        each("SELECT volume, state, count(*) FROM review GROUP BY volume, state", [](VolumeCounts& c, Query& row) {
            c.states[reviewStateFrom(row.text(1))] = static_cast<int>(row.integer(2));
        });
        return counts;
    });
}

std::vector<ProposalInfo> SqliteStore::proposals(VolumeId volume) const {
    return converting(file_, [&] {
        std::vector<ProposalInfo> proposals;
        auto row = connection_->query(
            "SELECT slice, label, confidence, distance, pixels, model, parameters, supports FROM proposal"
            " WHERE volume = ?"
            " ORDER BY slice, label",
            volume.value);
        while (row.next())
            proposals.push_back({volume, static_cast<int>(row.integer(0)), LabelId{row.integer(1)}, row.real(2),
                                 row.real(3), row.integer(4), row.text(5), row.text(6), supportsFrom(row.text(7))});
        return proposals;
    });
}

std::optional<Proposal> SqliteStore::proposal(VolumeId volume, int slice, LabelId label) const {
    return converting(file_, [&]() -> std::optional<Proposal> {
        auto row = connection_->query(
            "SELECT runs, confidence, distance, model, parameters, supports FROM proposal"
            " JOIN proposal_mask USING (volume, slice, label)"
            " WHERE volume = ? AND slice = ? AND label = ?",
            volume.value, slice, label.value);
        if (!row.next()) return std::nullopt;
        return Proposal{volume,
                        slice,
                        label,
                        unpackRuns<labels::Mask>(row.blob(0)),
                        row.real(1),
                        row.real(2),
                        row.text(3),
                        row.text(4),
                        supportsFrom(row.text(5))};
    });
}

std::vector<Comment> SqliteStore::comments() const {
    return converting(file_, [&] { return readComments(*connection_); });
}

fs::path SqliteStore::modelFolder() const {
    fs::path folder = file_.string() + ".models";
    if (readOnly()) return folder;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error("project.folder", "the folder {0} cannot be made: {1}; free some space or check its permissions",
                    {folder.string(), error.message()});
    return folder;
}

}  // namespace protolabel::storage
