#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/project/project_store.h"

/// The rules of the annotation loop, above any store and below any window.
namespace protolabel::project {

/// By name, exactly. Throws Error "volume.unknown" naming the closest ones.
VolumeRecord findVolume(const ProjectStore& store, const std::string& name);
/// By name or by id. Throws Error "label.unknown".
labels::Label findLabel(const ProjectStore& store, const std::string& nameOrId);

/// Draws `mask` as `label` on one slice of the annotation: adds its voxels, and removes the label's other voxels on that slice
/// (the mask says the whole truth about the label there). Voxels of other labels are kept; how many the mask wanted is counted.
struct DrawOutcome {
    std::int64_t drawn = 0;      ///< voxels of the label on the slice now
    std::int64_t conflicts = 0;  ///< voxels that kept another label
};
DrawOutcome drawSlice(ProjectWriter& writer, const ProjectStore& store, const VolumeRecord& volume, int slice,
                      LabelId label, const labels::Mask& mask);

/// Which proposals to accept. Empty lists mean all.
struct AcceptFilter {
    std::vector<VolumeId> volumes;
    std::vector<LabelId> labels;
    double minConfidence = 0;
};
struct AcceptOutcome {
    std::int64_t slices = 0;     ///< proposals accepted
    std::int64_t voxels = 0;     ///< annotated voxels gained
    std::int64_t conflicts = 0;  ///< voxels not taken: annotated already, or of a locked label
    std::int64_t left = 0;       ///< proposals below the confidence, kept
};
/// Moves proposals into the annotation in one named edit. A voxel that is annotated, accepted or locked already is never overwritten
/// (design.md, rule 1); two proposals for one voxel: the more confident one. Slices with drawn voxels of the label are left as they are.
AcceptOutcome acceptProposals(ProjectStore& store, const AcceptFilter& filter);

/// The supports that a query slice is segmented with (indices into `supports`, all of one label, enabled): the `shots` nearest in
/// relative position slice / (slices - 1) (the papers' protocol); supports of the same volume first at equal distance.
struct SupportPosition {
    VolumeId volume;
    double position = 0;  ///< slice / (slices of its volume - 1)
};
std::vector<int> chooseSupports(const std::vector<SupportPosition>& supports, VolumeId queryVolume, double queryPosition,
                                int shots);

}  // namespace protolabel::project
