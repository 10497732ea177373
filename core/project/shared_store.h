#pragma once

#include <memory>
#include <mutex>

#include "core/project/project_store.h"

namespace protolabel::project {

/// A project that several threads use: every call of the store it owns runs under one recursive mutex.
///
/// transact holds the lock for as long as its edit runs, and everybody who wants to read waits: read images, hash files and ask the
/// worker before it, and only write inside. Between a read and the transact the project may have changed: look again inside.
/// Receivers of onChanged are called on the thread of the call that changed something, under the lock; they may read the project but
/// must not wait for another thread. A window posts the changes to its own thread and returns.
class SharedStore : public ProjectStore {
public:
    explicit SharedStore(std::unique_ptr<ProjectStore> store);

    const std::filesystem::path& file() const override;
    bool readOnly() const override;

    void setAuthor(const std::string& name) override;
    EditId transact(const EditInfo& info, const std::function<void(ProjectWriter&)>& edit) override;
    std::optional<EditRecord> undo() override;
    std::optional<EditRecord> redo() override;
    std::optional<EditRecord> nextUndo() const override;
    std::optional<EditRecord> nextRedo() const override;
    std::vector<EditRecord> edits() const override;
    void onChanged(std::function<void(const Changes&)> receiver) override;

    std::vector<VolumeRecord> volumes() const override;
    std::vector<labels::Label> labels() const override;
    std::vector<Support> supports() const override;
    std::vector<ModelRecord> models() const override;
    std::optional<std::string> setting(const std::string& key) const override;

    std::vector<int> annotatedSlices(VolumeId volume) const override;
    std::vector<int> slicesShowing(VolumeId volume, LabelId label) const override;
    std::optional<labels::SliceRuns> annotationRuns(VolumeId volume, int slice) const override;
    AnnotationSource annotationSource(VolumeId volume, int slice) const override;
    ReviewState reviewState(VolumeId volume, int slice) const override;
    std::vector<std::pair<LabelId, std::int64_t>> annotationCounts(VolumeId volume) const override;
    std::map<int, ReviewState> reviewStates(VolumeId volume) const override;
    std::map<VolumeId, VolumeCounts> counts() const override;

    std::vector<ProposalInfo> proposals(VolumeId volume) const override;
    std::optional<Proposal> proposal(VolumeId volume, int slice, LabelId label) const override;

    std::vector<Comment> comments() const override;

    std::filesystem::path modelFolder() const override;

private:
    using Lock = std::lock_guard<std::recursive_mutex>;

    mutable std::recursive_mutex mutex_;
    std::unique_ptr<ProjectStore> store_;
};

}  // namespace protolabel::project
