#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/project/operations.h"

/// What accepting and rejecting have in common: which proposals a filter means, and which voxels of them.
namespace protolabel::project {

template <class T>
bool isChosen(const std::vector<T>& wanted, T value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// By label, slice and mask (of which it must have a voxel); volumes and confidence are the caller's to check.
bool isWanted(const ProjectStore& store, const AcceptFilter& filter, const ProposalInfo& info);

/// The slices of a volume on which any label is proposed.
std::set<int> proposedSlices(const ProjectStore& store, VolumeId volume);

/// With its mask. Throws Error "project.damaged" when that is missing.
Proposal proposalOf(const ProjectStore& store, const ProposalInfo& info);

/// Moves the voxels that the filter wants out of the proposal. Throws Error "mask.size" when the filter's mask does not fit.
labels::Mask takeWanted(const AcceptFilter& filter, Proposal& proposal);

/// Stores what is left of a proposal; returns whether nothing was, so that it is removed.
bool putRest(ProjectWriter& writer, const Proposal& proposal);

/// "accept liver on 3 slices", "reject 2 labels on 1 slice".
std::string choiceName(const std::string& verb, const ProjectStore& store, const std::vector<ProposalInfo>& chosen);

}  // namespace protolabel::project
