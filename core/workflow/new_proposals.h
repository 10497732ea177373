#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/project/project_store.h"
#include "core/workflow/segmenter.h"

/// From what was predicted to the proposals of a project, which may have changed meanwhile.
namespace protolabel::workflow {

/// What all proposals of one label have in common; see project::Proposal.
struct ProposalOrigin {
    project::ModelHash model;
    std::string parameters;
};

/// One label on one volume. Masks are run-length encoded: a project's worth of them waits in memory until all can be written.
struct NewProposals {
    struct Slice {
        PredictedLabel::Slice info;
        Bytes runs;  ///< empty: nothing is there
    };
    LabelId label;
    ProposalOrigin origin;
    std::map<int, Slice> slices;  ///< every slice that was asked for
};
NewProposals makeProposals(LabelId label, const PredictedLabel& predicted, ProposalOrigin origin);

/// What there is to propose on by now: read once per edit.
struct Present {
    std::vector<project::VolumeRecord> volumes;
    std::set<LabelId> labels;
    explicit Present(const project::ProjectStore& store);
};

/// Writes the proposals of one volume within an edit and marks its slices; returns the slices with a proposal, per element of `all`.
/// A slice on which nothing was predicted, and one on which the label is annotated by now, loses its old proposal. Labels that are
/// gone by now, and a volume that is gone or cut another way, are left out.
std::vector<std::vector<int>> writeProposals(project::ProjectWriter& writer, const project::ProjectStore& store,
                                             const Present& present, const project::VolumeRecord& volume,
                                             const std::vector<NewProposals>& all);

}  // namespace protolabel::workflow
