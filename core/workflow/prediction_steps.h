#pragma once

#include <map>
#include <vector>

#include "core/engine/messages.h"
#include "core/project/project_store.h"
#include "core/refine/refinement.h"
#include "core/workflow/new_proposals.h"
#include "core/workflow/segmenter.h"

/// What predicting a whole project and predicting while somebody draws have in common.
namespace protolabel::workflow {

struct DrawnSupport {
    const project::VolumeRecord* volume;  ///< one of those given
    project::Support support;
};
/// The enabled supports of the wanted labels that show their label.
std::vector<DrawnSupport> drawnSupports(const project::ProjectStore& store,
                                        const std::vector<project::VolumeRecord>& volumes,
                                        const std::vector<labels::Label>& wanted);

/// The mask of `label` on a slice that shows it, native slice grid. Throws Error "predict.changed" where it does no more.
labels::Mask annotatedMask(const project::ProjectStore& store, VolumeId volume, int slice, LabelId label);
/// The same, and empty where nothing is annotated.
labels::Mask maskOn(const project::ProjectStore& store, const project::VolumeRecord& volume, int slice, LabelId label);

/// What is left to propose on a volume: per slice, ascending, the labels that are neither annotated there nor known to be absent (an enabled support
/// that does not show its label says so, and whoever called the label complete on the volume).
struct OpenSlices {
    SliceLabels wanted;
    std::map<int, std::vector<int>> annotated;  ///< by label: the slices where it is annotated already
};
OpenSlices openSlices(const project::ProjectStore& store, const project::VolumeRecord& volume,
                      const std::vector<labels::Label>& labels);

/// How sure the network is of a slice, as engine::SlicePrediction defines it.
double confidenceOf(const labels::ProbabilitySlice& probability);

/// Removes what does not hang together with the largest object, of which the annotated slices are a part.
void keepLargest(const project::ProjectStore& store, VolumeId volume, LabelId label, PredictedLabel& predicted);

/// The provenance of each label's proposals: what was used, as JSON.
class ProposalOrigins {
public:
    ProposalOrigins(const engine::ModelSpec& trained, const SegmenterOptions& used, bool largest,
                    const refine::RefineOptions& refine, const std::vector<engine::TunedLabel>& tuned);
    /// `finished`: volumes that the proposals were weighed with, 0 of none.
    ProposalOrigin of(int label, int finished) const;

private:
    project::ModelHash model_;
    std::string common_;
    std::map<int, std::string> byLabel_;
};

}  // namespace protolabel::workflow
