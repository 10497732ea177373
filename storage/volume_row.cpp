#include "storage/volume_row.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "storage/codec.h"

namespace protolabel::storage {

namespace fs = std::filesystem;

namespace {

using imaging::Modality;
using imaging::ScalarType;

std::string lines(const std::vector<std::string>& notes) {
    std::string text;
    for (std::string note : notes) {
        std::replace(note.begin(), note.end(), '\n', ' ');
        text += note + '\n';
    }
    return text;
}

std::vector<std::string> notesFrom(const std::string& text) {
    std::vector<std::string> notes;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) notes.push_back(line);
    return notes;
}

project::VolumeRecord recordFrom(Query& row, const fs::path& folder) {
    project::VolumeRecord record;
    record.id = VolumeId{row.integer(0)};
    record.name = row.text(1);
    record.source.path = (folder / row.text(2)).lexically_normal();
    record.source.seriesUid = row.text(3);
    record.source.frame = static_cast<int>(row.integer(4));
    record.source.frames = static_cast<int>(row.integer(5));
    record.source.name = row.text(6);
    record.contentHash = row.text(7);
    record.geometry = geometryFrom(row.text(8));
    record.type = valueNamed(row.text(9), {ScalarType::UInt8, ScalarType::Int8, ScalarType::UInt16, ScalarType::Int16,
                                           ScalarType::UInt32, ScalarType::Int32, ScalarType::UInt64, ScalarType::Int64,
                                           ScalarType::Float32, ScalarType::Float64});
    record.modality = valueNamed(row.text(10), {Modality::Unknown, Modality::CT, Modality::MR});
    record.sliceAxis = static_cast<int>(row.integer(11));
    if (!row.isNull(12) && !row.isNull(13)) record.window = {row.real(12), row.real(13)};
    record.notes = notesFrom(row.text(14));
    return record;
}

/// Runs `sql` with the columns name ... notes as parameters 1 to 14, then `more`.
template <class... More>
void write(Connection& connection, const char* sql, const project::VolumeRecord& record, const fs::path& folder,
           const More&... more) {
    std::optional<double> low;
    std::optional<double> high;
    if (record.window) std::tie(low, high) = *record.window;
    connection.execute(sql, record.name, storedPath(fs::absolute(record.source.path), folder), record.source.seriesUid,
                       record.source.frame, record.source.frames, record.source.name, record.contentHash,
                       geometryText(record.geometry), std::string(toString(record.type)),
                       std::string(toString(record.modality)), record.sliceAxis, low, high, lines(record.notes),
                       more...);
}

}  // namespace

std::string storedPath(const fs::path& path, const fs::path& projectFolder) {
    fs::path plain = path.lexically_normal();
    if (!plain.has_filename()) plain = plain.parent_path();
    // Links in the folders above would make ".." mean different places; the last name may be a link that its owner wants kept.
    std::error_code error;
    const auto parent = fs::weakly_canonical(plain.parent_path(), error);
    if (!error) plain = parent / plain.filename();

    const auto first = [](const fs::path& p) { return p.begin() == p.end() ? p.begin() : std::next(p.begin()); };
    const auto a = first(plain);
    const auto b = first(projectFolder);
    const bool related = a != plain.end() && b != projectFolder.end() && *a == *b;
    return (related ? plain.lexically_relative(projectFolder) : plain).generic_string();
}

std::vector<project::VolumeRecord> readVolumes(Connection& connection, const fs::path& projectFolder) {
    std::vector<project::VolumeRecord> volumes;
    auto row = connection.query(
        "SELECT id, name, path, series_uid, frame, frames, source_name, content_hash, geometry, type,"
        " modality, slice_axis, window_low, window_high, notes FROM volume ORDER BY name, id");
    while (row.next()) volumes.push_back(recordFrom(row, projectFolder));
    return volumes;
}

VolumeId insertVolume(Connection& connection, const project::VolumeRecord& record, const fs::path& projectFolder) {
    write(connection,
          "INSERT INTO volume (name, path, series_uid, frame, frames, source_name, content_hash, geometry, type, "
          "modality,"
          " slice_axis, window_low, window_high, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          record, projectFolder);
    return VolumeId{connection.database().getLastInsertRowid()};
}

void updateVolume(Connection& connection, const project::VolumeRecord& record, const fs::path& projectFolder) {
    write(connection,
          "UPDATE volume SET name = ?, path = ?, series_uid = ?, frame = ?, frames = ?, source_name = ?, content_hash "
          "= ?,"
          " geometry = ?, type = ?, modality = ?, slice_axis = ?, window_low = ?, window_high = ?, notes = ? WHERE id "
          "= ?",
          record, projectFolder, record.id.value);
}

}  // namespace protolabel::storage
