// The annotation's part of SqliteWriter.
#include <algorithm>
#include <set>
#include <thread>

#include "core/base/parallel.h"
#include "storage/codec.h"
#include "storage/sqlite_writer.h"

namespace protolabel::storage {

using labels::SliceRuns;

/// A few slices are done before a thread has started.
static int threadsFor(std::size_t slices) {
    constexpr std::size_t kMany = 16;
    return slices < kMany ? 1 : static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 4U));
}

void SqliteWriter::putAnnotation(VolumeId volume, int slice, const SliceRuns& annotation,
                                 const project::AnnotationSource& source) {
    guarded([&] {
        requireSize(volume, slice, annotation.width, annotation.height);
        const auto counts = annotation.counts();
        for (const auto& [label, pixels] : counts) requireLabel(label);
        writeAnnotation(volume, slice, {source, counts, packRuns(annotation)});
    });
}

void SqliteWriter::editAnnotation(VolumeId volume, const std::vector<int>& slices,
                                  const project::AnnotationEdit& edit) {
    guarded([&] { editSlices(volume, slices, edit); });
}

void SqliteWriter::editSlices(VolumeId volume, const std::vector<int>& slices, const project::AnnotationEdit& edit) {
    if (slices.empty()) return;
    const auto [lowest, highest] = std::minmax_element(slices.begin(), slices.end());
    requireSlice(volume, *lowest);
    const auto layout = requireSlice(volume, *highest);
    const auto background = SliceRuns::background(layout.width, layout.height);

    std::vector<AnnotationRow> rows;
    for (const int slice : slices) rows.push_back(readAnnotation(volume, slice));
    std::vector<char> changed(slices.size());
    parallelFor(slices.size(), threadsFor(slices.size()), [&](std::size_t n) {
        auto& row = rows[n];
        const auto stored = row.runs.empty() ? background : unpackRuns<SliceRuns>(row.runs);
        const auto edited = edit(n, stored, row.source);
        changed[n] = edited != stored;
        if (changed[n] == 0) return;
        row.counts = edited.counts();
        row.runs = packRuns(edited);
    });
    std::set<std::uint16_t> labels;
    for (const auto& row : rows)
        for (const auto& [label, pixels] : row.counts) labels.insert(label);
    for (const auto label : labels) requireLabel(label);
    for (std::size_t n = 0; n < slices.size(); ++n)
        if (changed[n] != 0) writeAnnotation(volume, slices[n], rows[n]);
}

/// Without its counts.
SqliteWriter::AnnotationRow SqliteWriter::readAnnotation(VolumeId volume, int slice) {
    auto row = connection_.query("SELECT drawn, accepted, model, runs FROM annotation WHERE volume = ? AND slice = ?",
                                 volume.value, slice);
    if (!row.next()) return {};
    return {{row.integer(0) != 0, row.integer(1) != 0, row.text(2)}, {}, row.blob(3)};
}

void SqliteWriter::writeAnnotation(VolumeId volume, int slice, const AnnotationRow& row) {
    connection_.execute("DELETE FROM annotation_count WHERE volume = ? AND slice = ?", volume.value, slice);
    if (row.counts.empty()) {
        connection_.execute("DELETE FROM annotation WHERE volume = ? AND slice = ?", volume.value, slice);
        return;
    }
    connection_.execute(
        "INSERT INTO annotation (volume, slice, drawn, accepted, model, runs) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (volume, slice) DO UPDATE SET drawn = excluded.drawn, accepted = excluded.accepted,"
        " model = excluded.model, runs = excluded.runs",
        volume.value, slice, row.source.drawn, row.source.accepted, row.source.model, row.runs);
    for (const auto& [label, pixels] : row.counts)
        connection_.execute("INSERT INTO annotation_count (volume, slice, label, pixels) VALUES (?, ?, ?, ?)",
                            volume.value, slice, static_cast<int>(label), pixels);
}

void SqliteWriter::eraseLabel(LabelId id) {
    std::map<VolumeId, std::vector<int>> showing;
    {
        auto row = connection_.query("SELECT volume, slice FROM annotation_count WHERE label = ?", id.value);
        while (row.next()) showing[VolumeId{row.integer(0)}].push_back(static_cast<int>(row.integer(1)));
    }
    for (const auto& [volume, slices] : showing)
        editSlices(volume, slices, [&](std::size_t, const SliceRuns& stored, project::AnnotationSource&) {
            SliceRuns rest(stored.width, stored.height);
            std::uint32_t begin = 0;
            for (const auto& run : stored.runs) {
                rest.append(run.value == id.value ? std::uint16_t{0} : run.value, run.end - begin);
                begin = run.end;
            }
            if (rest == stored) throwDamagedValue("an annotated slice");
            return rest;
        });
}

}  // namespace protolabel::storage
