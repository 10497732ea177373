#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/base/error.h"
#include "core/project/operations.h"
#include "core/project/proposal_choice.h"
#include "core/project/provenance.h"

namespace protolabel::project {

namespace {

/// The proposals of one slice that will be accepted, the most confident first.
struct SliceAcceptance {
    VolumeId volume;
    int slice = 0;
    std::vector<ProposalInfo> proposals;
    bool complete = true;  ///< no other proposal stays on the slice
};

/// Decides which proposals to accept, and counts those it leaves.
class Planner {
public:
    Planner(const ProjectStore& store, const AcceptFilter& filter, const std::set<LabelId>& locked,
            AcceptOutcome& outcome)
        : store_(store), filter_(filter), locked_(locked), outcome_(outcome) {
        for (const auto& support : store.supports()) supports_.insert({support.volume, support.slice, support.label});
    }

    std::vector<SliceAcceptance> plan() {
        std::vector<SliceAcceptance> slices;
        for (const auto& volume : store_.volumes()) {
            if (!isChosen(filter_.volumes, volume.id)) continue;
            std::map<int, SliceAcceptance> bySlice;
            for (auto& proposal : store_.proposals(volume.id)) {
                auto& slice = bySlice[proposal.slice];
                slice.volume = volume.id;
                slice.slice = proposal.slice;
                if (accepts(proposal))
                    slice.proposals.push_back(std::move(proposal));
                else
                    slice.complete = false;
            }
            for (auto& [index, slice] : bySlice) {
                std::stable_sort(slice.proposals.begin(), slice.proposals.end(),
                                 [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
                if (!slice.proposals.empty()) slices.push_back(std::move(slice));
            }
        }
        return slices;
    }

private:
    bool accepts(const ProposalInfo& proposal) {
        if (!isWanted(store_, filter_, proposal)) return false;
        if (proposal.confidence < filter_.minConfidence) return ++outcome_.left, false;
        if (locked_.count(proposal.label) != 0) return ++outcome_.locked, false;
        if (isDrawn(proposal)) return ++outcome_.drawn, false;
        return true;
    }

    /// Sources are kept per slice: where some voxel was drawn, any voxel of the label counts as drawn.
    bool isDrawn(const ProposalInfo& proposal) {
        if (supports_.count({proposal.volume, proposal.slice, proposal.label}) != 0) return true;
        if (filter_.within || filter_.others == Others::Replace) return false;
        if (!store_.annotationSource(proposal.volume, proposal.slice).drawn) return false;
        const auto [shown, isNew] = shown_.try_emplace({proposal.volume, proposal.label});
        if (isNew) shown->second = store_.slicesShowing(proposal.volume, proposal.label);
        return std::binary_search(shown->second.begin(), shown->second.end(), proposal.slice);
    }

    const ProjectStore& store_;
    const AcceptFilter& filter_;
    const std::set<LabelId>& locked_;
    AcceptOutcome& outcome_;
    std::set<std::tuple<VolumeId, int, LabelId>> supports_;
    std::map<std::pair<VolumeId, LabelId>, std::vector<int>> shown_;  ///< slices annotated with a label, ascending
};

void accept(ProjectWriter& writer, const ProjectStore& store, const SliceAcceptance& slice, const AcceptFilter& filter,
            const std::set<LabelId>& locked, AcceptOutcome& outcome) {
    bool complete = slice.complete;
    auto annotation = store.annotation(slice.volume, slice.slice);
    auto source = store.annotationSource(slice.volume, slice.slice);
    std::vector<bool> taken;  // by a proposal before
    for (const auto& info : slice.proposals) {
        auto proposal = proposalOf(store, info);
        if (!annotation) annotation = labels::LabelSlice(proposal.mask.width, proposal.mask.height);
        if (annotation->pixels.size() != proposal.mask.pixels.size())
            throw Error("mask.size", "a proposal does not fit the annotation of its slice; predict it again");
        const auto wanted = takeWanted(filter, proposal);
        const auto value = static_cast<std::uint16_t>(info.label.value);
        taken.resize(annotation->pixels.size());
        std::int64_t gained = 0;
        for (std::size_t i = 0; i < annotation->pixels.size(); ++i) {
            auto& pixel = annotation->pixels[i];
            if (wanted.pixels[i] == 0 || pixel == value) continue;
            const LabelId there{pixel};
            if (pixel != 0 && (filter.others == Others::Keep || taken[i] || locked.count(there) != 0)) {
                ++outcome.conflicts;
                ++outcome.conflictsWith[there];
                continue;
            }
            outcome.replaced += pixel != 0;
            taken[i] = true;
            pixel = value;
            ++gained;
        }
        if (gained > 0) {
            source.accepted = true;
            source.model = info.model;
        }
        ++outcome.slices;
        outcome.voxels += gained;
        if (!putRest(writer, proposal)) complete = false;
    }
    writer.putAnnotation(slice.volume, slice.slice, *annotation, source);
    if (complete && store.reviewState(slice.volume, slice.slice) != ReviewState::Flagged)
        writer.putReviewState(slice.volume, slice.slice, ReviewState::Accepted);
}

}  // namespace

static AcceptOutcome acceptIn(ProjectStore& store, ProjectWriter& writer, const AcceptFilter& filter, EditInfo& info) {
    AcceptOutcome outcome;
    std::set<LabelId> locked;
    for (const auto& label : store.labels())
        if (label.locked) locked.insert(label.id);
    const auto slices = Planner(store, filter, locked, outcome).plan();
    std::vector<ProposalInfo> accepted;
    for (const auto& slice : slices) accepted.insert(accepted.end(), slice.proposals.begin(), slice.proposals.end());
    info.name = choiceName("accept", store, accepted);
    info.details = acceptanceDetails(accepted);
    for (const auto& slice : slices) accept(writer, store, slice, filter, locked, outcome);
    return outcome;
}

AcceptOutcome acceptProposals(ProjectStore& store, const AcceptFilter& filter, EditInfo info) {
    AcceptOutcome outcome;
    info.tool = "accept";
    store.transact(info, [&](ProjectWriter& writer) { outcome = acceptIn(store, writer, filter, info); });
    return outcome;
}

AcceptOutcome tryAcceptance(ProjectStore& store, const AcceptFilter& filter) {
    struct Enough {};
    AcceptOutcome outcome;
    EditInfo info;
    try {
        store.transact(info, [&](ProjectWriter& writer) {
            outcome = acceptIn(store, writer, filter, info);
            throw Enough();  // nothing stays
        });
    } catch (const Enough&) {
    }
    return outcome;
}

}  // namespace protolabel::project
