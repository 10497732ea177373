#include "core/project/proposal_choice.h"

#include "core/base/error.h"

namespace protolabel::project {

bool isWanted(const ProjectStore& store, const AcceptFilter& filter, const ProposalInfo& info) {
    if (!isChosen(filter.labels, info.label)) return false;
    if (!filter.slices.empty() && filter.slices.count(info.slice) == 0) return false;
    if (!filter.within) return true;
    if (filter.within->count(info.slice) == 0) return false;
    auto proposal = proposalOf(store, info);
    return labels::countNonZero(takeWanted(filter, proposal)) > 0;
}

std::set<int> proposedSlices(const ProjectStore& store, VolumeId volume) {
    std::set<int> slices;
    for (const auto& proposal : store.proposals(volume)) slices.insert(proposal.slice);
    return slices;
}

Proposal proposalOf(const ProjectStore& store, const ProposalInfo& info) {
    auto proposal = store.proposal(info.volume, info.slice, info.label);
    if (!proposal)
        throw Error("project.damaged",
                    "the mask of a proposal is missing; predict it again, or recover the project into a new one");
    return std::move(*proposal);
}

labels::Mask takeWanted(const AcceptFilter& filter, Proposal& proposal) {
    auto wanted = proposal.mask;
    if (filter.within) {
        const auto& within = filter.within->at(proposal.slice);
        if (within.pixels.size() != wanted.pixels.size())
            throw Error("mask.size", "the chosen voxels do not fit the slices of the proposal; choose them again");
        for (std::size_t i = 0; i < wanted.pixels.size(); ++i)
            if (within.pixels[i] == 0) wanted.pixels[i] = 0;
    }
    for (std::size_t i = 0; i < wanted.pixels.size(); ++i)
        if (wanted.pixels[i] != 0) proposal.mask.pixels[i] = 0;
    return wanted;
}

bool putRest(ProjectWriter& writer, const Proposal& proposal) {
    const bool none = labels::countNonZero(proposal.mask) == 0;
    if (none)
        writer.removeProposal(proposal.volume, proposal.slice, proposal.label);
    else
        writer.putProposal(proposal);
    return none;
}

std::string choiceName(const std::string& verb, const ProjectStore& store, const std::vector<ProposalInfo>& chosen) {
    std::set<LabelId> labels;
    std::set<std::pair<VolumeId, int>> slices;
    for (const auto& proposal : chosen) {
        labels.insert(proposal.label);
        slices.insert({proposal.volume, proposal.slice});
    }
    std::string what = std::to_string(labels.size()) + " labels";
    if (labels.size() == 1)
        for (const auto& label : store.labels())
            if (label.id == *labels.begin()) what = label.name;
    return verb + " " + what + " on " + std::to_string(slices.size()) + (slices.size() == 1 ? " slice" : " slices");
}

}  // namespace protolabel::project
