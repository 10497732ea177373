#pragma once

#include <map>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/project/project_store.h"
#include "core/refine/refinement.h"
#include "core/workflow/experience.h"

namespace protolabel::workflow {

/// Per label, the slices of the volume that are known to be completely drawn for it: enabled supports (one that does not show it says that it is not
/// there), and slices that somebody accepted or confirmed and that show it. One stroke makes a slice Corrected, so such a slice may be half drawn.
/// Labels that are drawn nowhere are not there: nothing could be weighed against the network's scores.
std::map<LabelId, std::vector<int>> completeSlices(const project::ProjectStore& store, VolumeId volume,
                                                   const std::vector<labels::Label>& labels);

/// Whether refineProposals would change anything.
bool refinable(const std::map<LabelId, std::vector<int>>& complete, const Lessons& lessons,
               const refine::RefineOptions& options);

/// Turns the network's scores of one volume into what is proposed (core/refine): masks and confidences of the slices that were asked for. Where several labels claim a pixel, the more probable one gets it.
/// `complete` as above. `image` is the prepared volume. Labels with a lesson are weighed by it; where nothing of them is drawn they are proposed as
/// the mean of the predicted scores and the lesson's says.
void refineProposals(const project::ProjectStore& store, const project::VolumeRecord& volume,
                     const SliceStack<Half>& image, const std::map<LabelId, std::vector<int>>& complete,
                     const Lessons& lessons, const refine::RefineOptions& options,
                     std::map<int, PredictedLabel>& predicted);

}  // namespace protolabel::workflow
