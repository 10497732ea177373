#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/labels/components.h"
#include "core/labels/voxel_runs.h"
#include "core/project/project_store.h"

/// The rules of the annotation loop, above any store and below any window.
namespace protolabel::project {

/// By name, exactly. Throws Error "volume.unknown" naming the closest ones.
VolumeRecord findVolume(const ProjectStore& store, const std::string& name);
/// By name or by id; a name goes first. Throws Error "label.unknown" naming the closest ones.
labels::Label findLabel(const ProjectStore& store, const std::string& nameOrId);

struct DrawOutcome {
    std::int64_t drawn = 0;      ///< voxels of the label on the slice now, of those that were wanted
    std::int64_t conflicts = 0;  ///< voxels that kept another label
};
enum class Others { Keep, Replace };

/// Draws the labels of `wanted` (0: none) on one slice of the annotation. Voxels of other labels are kept (with Others::Replace only those
/// of locked labels); how many were wanted is counted. About the labels in `whole` `wanted` says the whole truth: their other voxels on
/// the slice are removed. The slice becomes Corrected when a label changed of which a proposal was made or accepted, unless it is flagged.
/// Throws Error "label.locked", "label.unknown", "mask.size", "slice.range".
std::map<LabelId, DrawOutcome> drawLabels(ProjectWriter& writer, const ProjectStore& store, const VolumeRecord& volume,
                                          int slice, const labels::LabelSlice& wanted, const std::set<LabelId>& whole,
                                          Others others = Others::Keep);

/// The same of one label, about which `mask` says the whole truth.
DrawOutcome drawSlice(ProjectWriter& writer, const ProjectStore& store, const VolumeRecord& volume, int slice,
                      LabelId label, const labels::Mask& mask, Others others = Others::Keep);

/// Stores those pixels of the annotation, by slice along `axis`, as they were edited in memory; the others stay as they are stored, so that an
/// edit never takes back what somebody else has stored meanwhile. A slice counts as drawn by hand where a label gained voxels, and becomes
/// Corrected when a label with a proposal, or an accepted slice, changed, unless it is flagged. Throws Error "mask.size", "slice.range".
void storeEditedPixels(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int axis,
                       const std::map<int, std::vector<labels::PlaneRun>>& pixels, const labels::LabelVolume& edited);

/// Which proposals to accept or reject. Empty lists mean all.
struct AcceptFilter {
    std::vector<VolumeId> volumes = {};
    std::vector<LabelId> labels = {};
    double minConfidence = 0;
    std::set<int> slices = {};
    /// Only these voxels (a component, a brush stroke): native slice grid, by slice; absent slices hold none. The rest stays proposed.
    std::optional<labels::MaskStack> within = {};
    /// Replace: the user wants voxels of other labels, unless these are locked, and slices where the label is drawn by hand (which gain voxels).
    Others others = Others::Keep;
};
struct AcceptOutcome {
    std::int64_t slices = 0;     ///< proposals accepted (one is of one label on one slice)
    std::int64_t voxels = 0;     ///< annotated voxels gained
    std::int64_t conflicts = 0;  ///< voxels not taken: of another label already, or of a more confident proposal
    std::map<LabelId, std::int64_t> conflictsWith;  ///< the same, by the label that is there
    std::int64_t replaced = 0;                      ///< voxels taken from other labels
    std::int64_t left = 0;                          ///< proposals below the confidence, kept
    std::int64_t drawn =
        0;  ///< proposals kept because the label is drawn there by hand, or the slice is a support of it
    std::int64_t locked = 0;  ///< proposals kept because their label is locked
};
/// Moves proposals into the annotation in one named edit, which records their models, parameters and supports. A voxel that is
/// annotated, accepted or locked already is only overwritten where the filter says so (design.md, rule 1), a locked one never; two proposals for one voxel: the more confident one
/// (at equal confidence the label of lower id). Slices with drawn voxels of the label are left as they are,
/// unless the filter names voxels or replaces; supports always are. Accepted proposals are
/// removed; a slice without any proposal left becomes Accepted unless it is flagged. `by` gives author and active seconds.
AcceptOutcome acceptProposals(ProjectStore& store, const AcceptFilter& filter, EditInfo by = {});

/// What acceptProposals would do, without doing it. Throws what it throws.
AcceptOutcome tryAcceptance(ProjectStore& store, const AcceptFilter& filter);

/// Removes proposals, or their voxels within a mask, in one named edit with the same record. A slice that was only proposed and has none left is
/// Untouched again. Nothing of the annotation changes.
struct RejectOutcome {
    std::int64_t slices = 0;  ///< proposals rejected, wholly or in part
    std::int64_t voxels = 0;
};
RejectOutcome rejectProposals(ProjectStore& store, const AcceptFilter& filter, EditInfo by = {});

/// What speaks against taking a slice as a support, which must be drawn completely: the caller asks the user.
struct SupportDoubts {
    std::int64_t drawn = 0;     ///< voxels of the label in the annotation; none: the support would say nothing
    std::int64_t proposed = 0;  ///< voxels that are proposed for the label and not in the annotation
    bool locked = false;        ///< the label, or another one on the slice, cannot be drawn over now
    bool accepted = false;      ///< the slice holds accepted voxels that nobody has corrected
    bool any() const { return drawn == 0 || proposed > 0 || locked || accepted; }
};
SupportDoubts supportDoubts(const ProjectStore& store, VolumeId volume, int slice, LabelId label);

/// Makes the slice an enabled support of the label (one it is already keeps its weight). From then on the annotation says the whole truth about the
/// label there, so its proposal goes.
SupportId markSupport(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice, LabelId label);

/// The supports that a query slice is segmented with (indices into `supports`, all of one label, enabled): the `shots` nearest in
/// relative position slice / (slices - 1) (the papers' protocol); supports of the same volume first at equal distance.
struct SupportPosition {
    VolumeId volume;
    double position = 0;  ///< slice / (slices of its volume - 1)
};
std::vector<int> chooseSupports(const std::vector<SupportPosition>& supports, VolumeId queryVolume,
                                double queryPosition, int shots);

}  // namespace protolabel::project
