#pragma once

#include <filesystem>
#include <memory>

#include "core/project/project_store.h"
#include "storage/change_recorder.h"
#include "storage/connection.h"
#include "storage/write_lock.h"

namespace protolabel::storage {

/// A project in an SQLite file.
class SqliteStore : public project::ProjectStore {
public:
    /// Takes over an open connection to a project of the current schema. `lock`: nothing when read-only.
    SqliteStore(std::filesystem::path file, std::unique_ptr<WriteLock> lock, std::unique_ptr<Connection> connection);
    ~SqliteStore() override;

    const std::filesystem::path& file() const override { return file_; }
    bool readOnly() const override { return lock_ == nullptr; }

    void setAuthor(const std::string& name) override { author_ = name; }
    EditId transact(const project::EditInfo& info, const std::function<void(project::ProjectWriter&)>& edit) override;
    std::optional<project::EditRecord> undo() override;
    std::optional<project::EditRecord> redo() override;
    std::optional<project::EditRecord> nextUndo() const override;
    std::optional<project::EditRecord> nextRedo() const override;
    std::vector<project::EditRecord> edits() const override;
    void onChanged(std::function<void(const project::Changes&)> receiver) override;

    std::vector<project::VolumeRecord> volumes() const override;
    std::vector<labels::Label> labels() const override;
    std::vector<project::Support> supports() const override;
    std::vector<project::ModelRecord> models() const override;
    std::optional<std::string> setting(const std::string& key) const override;

    std::vector<int> annotatedSlices(VolumeId volume) const override;
    std::vector<int> slicesShowing(VolumeId volume, LabelId label) const override;
    std::optional<labels::SliceRuns> annotationRuns(VolumeId volume, int slice) const override;
    project::AnnotationSource annotationSource(VolumeId volume, int slice) const override;
    project::ReviewState reviewState(VolumeId volume, int slice) const override;
    std::vector<std::pair<LabelId, std::int64_t>> annotationCounts(VolumeId volume) const override;
    std::map<int, project::ReviewState> reviewStates(VolumeId volume) const override;
    std::map<VolumeId, project::VolumeCounts> counts() const override;

    std::vector<project::ProposalInfo> proposals(VolumeId volume) const override;
    std::optional<project::Proposal> proposal(VolumeId volume, int slice, LabelId label) const override;

    std::vector<project::Comment> comments() const override;

    std::filesystem::path modelFolder() const override;

private:
    void requireWritable() const;
    std::string authorOf(const project::EditInfo& info) const;
    EditId recordEdit(const project::EditInfo& info, const Bytes& changeset, std::int64_t& undoBytes);
    EditId mergeEdit(const project::EditInfo& info, const Bytes& changeset, std::int64_t& undoBytes);
    std::int64_t undoLimit() const;
    void trimUndo(EditId newest, std::int64_t& undoBytes);
    std::optional<project::EditRecord> step(Direction direction);
    std::optional<project::EditRecord> next(Direction direction) const;
    void announce(const project::Changes& changes) const;

    std::filesystem::path file_;
    std::unique_ptr<WriteLock> lock_;  ///< released after the connection is closed
    std::unique_ptr<Connection> connection_;
    std::vector<std::function<void(const project::Changes&)>> receivers_;
    std::string author_;
    EditId mergeable_;                       ///< the last edit, while nothing was undone since
    std::string mergeKey_;                   ///< its EditInfo::merge
    std::optional<std::int64_t> undoBytes_;  ///< of all undo records in the file; counted at the first edit
};

}  // namespace protolabel::storage
