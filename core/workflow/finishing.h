#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/job_control.h"
#include "core/base/slice_stack.h"
#include "core/project/project_store.h"
#include "core/workflow/experience.h"
#include "core/workflow/foreign_supports.h"
#include "core/workflow/new_proposals.h"
#include "core/workflow/prediction_steps.h"

/// What becomes of the network's answers on one volume before they are proposed.
namespace protolabel::workflow {

/// Where the grey values come from, read when they are needed.
struct FinishingImages {
    std::function<SliceStack<Half>()> prepared;  ///< network grid
    /// In the volume's own pixels, where these are finer (fineSlices).
    std::function<std::shared_ptr<const std::optional<SliceStack<Half>>>()> fine;
};

/// In this order: nothing outside the ranges of labels that are not drawn here, the blend with what is drawn and with the lessons (refineProposals),
/// boundaries that follow the image (snapProposals). Throws Cancelled, and what reading the images throws.
void finishProposals(const project::ProjectStore& store, const project::VolumeRecord& volume,
                     const std::vector<labels::Label>& labels, std::map<int, SliceRange> ranges, const Lessons& lessons,
                     const refine::RefineOptions& options, const FinishingImages& images, JobControl& control,
                     std::map<int, PredictedLabel>& predicted);

/// The proposals of each of `labels`, in their order; `largest`: their largest object only (keepLargest).
std::vector<NewProposals> proposalsOf(const project::ProjectStore& store, VolumeId volume,
                                      const std::vector<labels::Label>& labels, bool largest,
                                      const ProposalOrigins& origins, const Lessons& lessons,
                                      std::map<int, PredictedLabel>& predicted);

}  // namespace protolabel::workflow
