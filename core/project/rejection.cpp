#include "core/project/operations.h"
#include "core/project/proposal_choice.h"
#include "core/project/provenance.h"

namespace protolabel::project {

RejectOutcome rejectProposals(ProjectStore& store, const AcceptFilter& filter, EditInfo info) {
    RejectOutcome outcome;
    info.tool = "reject";
    store.transact(info, [&](ProjectWriter& writer) {
        std::vector<ProposalInfo> rejected;
        for (const auto& volume : store.volumes()) {
            if (!isChosen(filter.volumes, volume.id)) continue;
            std::set<int> slices;
            for (const auto& proposed : store.proposals(volume.id)) {
                if (!isWanted(store, filter, proposed) || proposed.confidence < filter.minConfidence) continue;
                auto proposal = proposalOf(store, proposed);
                outcome.voxels += labels::countNonZero(takeWanted(filter, proposal));
                putRest(writer, proposal);
                slices.insert(proposed.slice);
                rejected.push_back(proposed);
            }
            const auto left = proposedSlices(store, volume.id);
            for (const int slice : slices)
                if (store.reviewState(volume.id, slice) == ReviewState::Proposed && left.count(slice) == 0)
                    writer.putReviewState(volume.id, slice, ReviewState::Untouched);
        }
        outcome.slices = static_cast<std::int64_t>(rejected.size());
        info.name = choiceName("reject", store, rejected);
        info.details = rejectionDetails(rejected);
    });
    return outcome;
}

}  // namespace protolabel::project
