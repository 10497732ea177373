#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/labels/slice_runs.h"
#include "core/project/changes.h"
#include "core/project/records.h"

namespace protolabel::project {

/// What becomes of slice number `n` of those that are edited; changes `source` along. Called on several threads at a time, each with a slice of its own.
using AnnotationEdit =
    std::function<labels::SliceRuns(std::size_t n, const labels::SliceRuns& stored, AnnotationSource& source)>;

/// The writes of one edit; valid only inside ProjectStore::transact. Arguments are checked before anything is written. Every function
/// that takes a volume, slice, label or mask throws Error "volume.unknown", "slice.range", "label.unknown" or "mask.size" where it
/// does not fit the project.
class ProjectWriter {
public:
    virtual ~ProjectWriter() = default;

    /// `record.id` is ignored. Throws Error "volume.name" when the name is taken.
    virtual VolumeId addVolume(const VolumeRecord& record) = 0;
    /// Throws Error "volume.name", and "volume.axis" when its slices would change while something is drawn on them.
    virtual void updateVolume(const VolumeRecord& record) = 0;
    /// With all its annotation, supports and proposals.
    virtual void removeVolume(VolumeId id) = 0;

    /// Adds or replaces by id. Throws Error "label.name" when another label has the name.
    virtual void putLabel(const labels::Label& label) = 0;
    /// With all its voxels, supports and proposals.
    virtual void removeLabel(LabelId id) = 0;

    /// Replaces one slice of the annotation; an empty slice is stored as nothing.
    virtual void putAnnotation(VolumeId volume, int slice, const labels::SliceRuns& annotation,
                               const AnnotationSource& source) = 0;
    void putAnnotation(VolumeId volume, int slice, const labels::LabelSlice& annotation,
                       const AnnotationSource& source) {
        putAnnotation(volume, slice, labels::SliceRuns(annotation), source);
    }
    /// Replaces many slices at once, by what `edit` makes of them; those that it leaves as they are are not written.
    virtual void editAnnotation(VolumeId volume, const std::vector<int>& slices, const AnnotationEdit& edit) = 0;
    virtual void putReviewState(VolumeId volume, int slice, ReviewState state) = 0;

    /// Replaces the support of the same volume, slice and label if there is one.
    virtual SupportId putSupport(const Support& support) = 0;
    virtual void removeSupport(SupportId id) = 0;

    /// Replaces the proposal of the same volume, slice and label. Throws Error "proposal.values" unless confidence and distance are finite.
    virtual void putProposal(const Proposal& proposal) = 0;
    virtual void removeProposal(VolumeId volume, int slice, LabelId label) = 0;

    /// Adds a comment without an id, replaces the one with it. Throws Error "comment.empty" without a text.
    virtual CommentId putComment(const Comment& comment) = 0;
    virtual void removeComment(CommentId id) = 0;

    virtual void putModel(const ModelRecord& model) = 0;
    virtual void putSetting(const std::string& key, const std::string& value) = 0;
};

/// The open project file. One thread at a time (SharedStore: several). Reads never load masks that were not asked for.
/// Every function throws Error "project.*" when the file cannot be read or written (disk full, damaged, locked).
class ProjectStore {
public:
    virtual ~ProjectStore() = default;

    virtual const std::filesystem::path& file() const = 0;
    virtual bool readOnly() const = 0;

    /// Who makes the edits whose info names nobody. Empty, as it is at first: the user's login name.
    virtual void setAuthor(const std::string& name) = 0;

    /// Runs `edit` as one durable transaction and records its inverse as one undo entry (nothing is recorded when it changed
    /// nothing: the id is 0). `info` is read after `edit`, which may complete it. An exception from `edit` rolls everything back and passes through. Reads inside `edit` see its writes.
    /// Throws Error "project.readonly", "project.moved" (its file is elsewhere), and "project.nested" inside another edit.
    virtual EditId transact(const EditInfo& info, const std::function<void(ProjectWriter&)>& edit) = 0;

    /// Undoes the last edit that is not undone / redoes the last undone one; returns which, or nothing. A new edit ends redo.
    virtual std::optional<EditRecord> undo() = 0;
    virtual std::optional<EditRecord> redo() = 0;
    /// What undo() and redo() would take; nothing when there is no such edit or it cannot be taken any more. Cheap.
    virtual std::optional<EditRecord> nextUndo() const = 0;
    virtual std::optional<EditRecord> nextRedo() const = 0;
    virtual std::vector<EditRecord> edits() const = 0;  ///< oldest first

    /// Calls `receiver`, which must not throw, after every transact, undo and redo of this store that changed something, once it is
    /// durable, on the thread of that call. Receivers are kept as long as the store and called in the order they came.
    virtual void onChanged(std::function<void(const Changes&)> receiver) = 0;

    virtual std::vector<VolumeRecord> volumes() const = 0;  ///< by name
    virtual std::vector<labels::Label> labels() const = 0;  ///< by id
    virtual std::vector<Support> supports() const = 0;      ///< by label, volume, slice
    virtual std::vector<ModelRecord> models() const = 0;    ///< oldest first
    virtual std::optional<std::string> setting(const std::string& key) const = 0;

    /// Slices of `volume` that have any annotated voxel, ascending.
    virtual std::vector<int> annotatedSlices(VolumeId volume) const = 0;
    /// Those that show `label`, from stored counts, without decoding a mask.
    virtual std::vector<int> slicesShowing(VolumeId volume, LabelId label) const = 0;
    /// Nothing when the slice has no annotated voxel.
    virtual std::optional<labels::SliceRuns> annotationRuns(VolumeId volume, int slice) const = 0;
    std::optional<labels::LabelSlice> annotation(VolumeId volume, int slice) const {
        const auto runs = annotationRuns(volume, slice);
        return runs ? std::optional(runs->dense()) : std::nullopt;
    }
    virtual AnnotationSource annotationSource(VolumeId volume, int slice) const = 0;
    virtual ReviewState reviewState(VolumeId volume, int slice) const = 0;
    /// Annotated voxels per label id, from stored counts, without decoding a mask.
    virtual std::vector<std::pair<LabelId, std::int64_t>> annotationCounts(VolumeId volume) const = 0;

    /// States of the slices that have one, by slice.
    virtual std::map<int, ReviewState> reviewStates(VolumeId volume) const = 0;
    /// Of all volumes at once, for lists; volumes on which nothing was done are absent.
    virtual std::map<VolumeId, VolumeCounts> counts() const = 0;

    virtual std::vector<ProposalInfo> proposals(VolumeId volume) const = 0;  ///< by slice, label
    virtual std::optional<Proposal> proposal(VolumeId volume, int slice, LabelId label) const = 0;

    virtual std::vector<Comment> comments() const = 0;  ///< by volume, slice (those on the whole volume first), age

    /// The folder of model and checkpoint files: the project's path with the suffix ".models". Created on first use.
    virtual std::filesystem::path modelFolder() const = 0;
};

}  // namespace protolabel::project
