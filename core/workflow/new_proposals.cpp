#include "core/workflow/new_proposals.h"

#include <algorithm>
#include <set>

#include "core/labels/run_length.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

bool isThere(const std::vector<project::VolumeRecord>& volumes, const project::VolumeRecord& volume) {
    return std::any_of(volumes.begin(), volumes.end(), [&](const auto& now) {
        return now.id == volume.id && now.sliceAxis == volume.sliceAxis && now.geometry.size == volume.geometry.size;
    });
}

/// Slices with a proposal are marked as such, unless a person has judged them already.
void updateStates(project::ProjectWriter& writer, const project::ProjectStore& store,
                  const project::VolumeRecord& volume) {
    using project::ReviewState;
    std::set<int> proposed;
    for (const auto& proposal : store.proposals(volume.id)) proposed.insert(proposal.slice);
    const auto states = store.reviewStates(volume.id);
    for (int slice = 0; slice < layoutOf(volume).slices; ++slice) {
        const auto known = states.find(slice);
        const auto state = known == states.end() ? ReviewState::Untouched : known->second;
        const bool has = proposed.count(slice) != 0;
        if (has && state == ReviewState::Untouched) writer.putReviewState(volume.id, slice, ReviewState::Proposed);
        if (!has && state == ReviewState::Proposed) writer.putReviewState(volume.id, slice, ReviewState::Untouched);
    }
}

project::Proposal proposalOf(const NewProposals& all, VolumeId volume, int index, const NewProposals::Slice& slice) {
    project::Proposal proposal;
    proposal.volume = volume;
    proposal.slice = index;
    proposal.label = all.label;
    labels::decodeRuns(slice.runs, proposal.mask);
    proposal.confidence = slice.info.confidence;
    proposal.distance = slice.info.distance;
    proposal.model = all.origin.model;
    proposal.parameters = all.origin.parameters;
    proposal.supports = slice.info.supports;
    return proposal;
}

}  // namespace

NewProposals makeProposals(LabelId label, const PredictedLabel& predicted, ProposalOrigin origin) {
    NewProposals proposals{label, std::move(origin), {}};
    for (const auto& [slice, info] : predicted.slices) {
        const auto mask = predicted.masks.find(slice);
        proposals.slices[slice] = {info, mask == predicted.masks.end() ? Bytes() : labels::encodeRuns(mask->second)};
    }
    return proposals;
}

Present::Present(const project::ProjectStore& store) : volumes(store.volumes()) {
    for (const auto& label : store.labels()) labels.insert(label.id);
}

std::vector<std::vector<int>> writeProposals(project::ProjectWriter& writer, const project::ProjectStore& store,
                                             const Present& present, const project::VolumeRecord& volume,
                                             const std::vector<NewProposals>& all) {
    std::vector<std::vector<int>> written(all.size());
    if (!isThere(present.volumes, volume)) return written;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto label = all[i].label;
        if (present.labels.count(label) == 0) continue;
        const auto annotated = store.slicesShowing(volume.id, label);
        for (const int slice : annotated) writer.removeProposal(volume.id, slice, label);
        for (const auto& [index, slice] : all[i].slices) {
            if (slice.runs.empty() || std::binary_search(annotated.begin(), annotated.end(), index)) {
                writer.removeProposal(volume.id, index, label);
                continue;
            }
            writer.putProposal(proposalOf(all[i], volume.id, index, slice));
            written[i].push_back(index);
        }
    }
    updateStates(writer, store, volume);
    return written;
}

}  // namespace protolabel::workflow
