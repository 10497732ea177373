#include "core/project/shared_store.h"

namespace protolabel::project {

SharedStore::SharedStore(std::unique_ptr<ProjectStore> store) : store_(std::move(store)) {}

const std::filesystem::path& SharedStore::file() const {
    const Lock lock(mutex_);
    return store_->file();
}

bool SharedStore::readOnly() const {
    const Lock lock(mutex_);
    return store_->readOnly();
}

void SharedStore::setAuthor(const std::string& name) {
    const Lock lock(mutex_);
    store_->setAuthor(name);
}

EditId SharedStore::transact(const EditInfo& info, const std::function<void(ProjectWriter&)>& edit) {
    const Lock lock(mutex_);
    return store_->transact(info, edit);
}

std::optional<EditRecord> SharedStore::undo() {
    const Lock lock(mutex_);
    return store_->undo();
}

std::optional<EditRecord> SharedStore::redo() {
    const Lock lock(mutex_);
    return store_->redo();
}

std::optional<EditRecord> SharedStore::nextUndo() const {
    const Lock lock(mutex_);
    return store_->nextUndo();
}

std::optional<EditRecord> SharedStore::nextRedo() const {
    const Lock lock(mutex_);
    return store_->nextRedo();
}

std::vector<EditRecord> SharedStore::edits() const {
    const Lock lock(mutex_);
    return store_->edits();
}

void SharedStore::onChanged(std::function<void(const Changes&)> receiver) {
    const Lock lock(mutex_);
    store_->onChanged(std::move(receiver));
}

std::vector<VolumeRecord> SharedStore::volumes() const {
    const Lock lock(mutex_);
    return store_->volumes();
}

std::vector<labels::Label> SharedStore::labels() const {
    const Lock lock(mutex_);
    return store_->labels();
}

std::vector<Support> SharedStore::supports() const {
    const Lock lock(mutex_);
    return store_->supports();
}

std::vector<ModelRecord> SharedStore::models() const {
    const Lock lock(mutex_);
    return store_->models();
}

std::optional<std::string> SharedStore::setting(const std::string& key) const {
    const Lock lock(mutex_);
    return store_->setting(key);
}

std::vector<int> SharedStore::annotatedSlices(VolumeId volume) const {
    const Lock lock(mutex_);
    return store_->annotatedSlices(volume);
}

std::vector<int> SharedStore::slicesShowing(VolumeId volume, LabelId label) const {
    const Lock lock(mutex_);
    return store_->slicesShowing(volume, label);
}

std::optional<labels::SliceRuns> SharedStore::annotationRuns(VolumeId volume, int slice) const {
    const Lock lock(mutex_);
    return store_->annotationRuns(volume, slice);
}

AnnotationSource SharedStore::annotationSource(VolumeId volume, int slice) const {
    const Lock lock(mutex_);
    return store_->annotationSource(volume, slice);
}

ReviewState SharedStore::reviewState(VolumeId volume, int slice) const {
    const Lock lock(mutex_);
    return store_->reviewState(volume, slice);
}

std::vector<std::pair<LabelId, std::int64_t>> SharedStore::annotationCounts(VolumeId volume) const {
    const Lock lock(mutex_);
    return store_->annotationCounts(volume);
}

std::map<int, ReviewState> SharedStore::reviewStates(VolumeId volume) const {
    const Lock lock(mutex_);
    return store_->reviewStates(volume);
}

std::map<VolumeId, VolumeCounts> SharedStore::counts() const {
    const Lock lock(mutex_);
    return store_->counts();
}

std::vector<ProposalInfo> SharedStore::proposals(VolumeId volume) const {
    const Lock lock(mutex_);
    return store_->proposals(volume);
}

std::optional<Proposal> SharedStore::proposal(VolumeId volume, int slice, LabelId label) const {
    const Lock lock(mutex_);
    return store_->proposal(volume, slice, label);
}

std::vector<Comment> SharedStore::comments() const {
    const Lock lock(mutex_);
    return store_->comments();
}

std::filesystem::path SharedStore::modelFolder() const {
    const Lock lock(mutex_);
    return store_->modelFolder();
}

}  // namespace protolabel::project
