#include "core/workflow/refining.h"

#include <algorithm>
#include <set>

#include "core/imaging/preparation.h"
#include "core/workflow/prediction_steps.h"

namespace protolabel::workflow {

namespace {

using labels::ProbabilitySlice;

/// Of several labels at one half or more, all but the most probable (of equal ones the first) go just below it.
void settle(std::map<int, refine::ScoreStack>& refined) {
    std::map<int, std::vector<ProbabilitySlice*>> bySlice;
    for (auto& [label, scores] : refined)
        for (auto& [slice, score] : scores) bySlice[slice].push_back(&score);
    for (auto& [slice, scores] : bySlice) {
        if (scores.size() < 2) continue;
        for (std::size_t p = 0; p < scores.front()->pixels.size(); ++p) {
            const auto winner = std::max_element(scores.begin(), scores.end(), [p](const auto* a, const auto* b) {
                return a->pixels[p] < b->pixels[p];
            });
            for (auto* score : scores)
                if (score != *winner) score->pixels[p] = std::min<std::uint8_t>(score->pixels[p], 127);
        }
    }
}

/// Where a label is not drawn in the volume both are by other volumes: the one by the support that corresponds to each slice, within the object's
/// ends, the other by all that is finished.
refine::ScoreStack meanOf(const refine::ScoreStack& placed, refine::ScoreStack finished) {
    for (auto& [slice, score] : finished) {
        const auto other = placed.find(slice);
        if (other == placed.end()) continue;
        for (std::size_t i = 0; i < score.pixels.size(); ++i)
            score.pixels[i] = static_cast<std::uint8_t>((score.pixels[i] + other->second.pixels[i] + 1) / 2);
    }
    return finished;
}

}  // namespace

std::map<LabelId, std::vector<int>> completeSlices(const project::ProjectStore& store, VolumeId volume,
                                                   const std::vector<labels::Label>& labels) {
    std::map<LabelId, std::set<int>> supports;
    for (const auto& support : store.supports())
        if (support.volume == volume && support.enabled) supports[support.label].insert(support.slice);
    const auto states = store.reviewStates(volume);
    const auto judged = [&](int slice) {
        const auto state = states.find(slice);
        return state != states.end() &&
               (state->second == project::ReviewState::Accepted || state->second == project::ReviewState::Confirmed);
    };
    std::map<LabelId, std::vector<int>> complete;
    for (const auto& label : labels) {
        auto slices = supports[label.id];
        bool drawn = false;
        for (const int slice : store.slicesShowing(volume, label.id)) {
            if (judged(slice)) slices.insert(slice);
            drawn |= slices.count(slice) != 0;
        }
        if (drawn) complete[label.id].assign(slices.begin(), slices.end());
    }
    return complete;
}

bool refinable(const std::map<LabelId, std::vector<int>>& complete, const Lessons& lessons,
               const refine::RefineOptions& options) {
    return options.any() && !(complete.empty() && lessons.empty());
}

void refineProposals(const project::ProjectStore& store, const project::VolumeRecord& volume,
                     const SliceStack<Half>& image, const std::map<LabelId, std::vector<int>>& complete,
                     const Lessons& lessons, const refine::RefineOptions& options,
                     std::map<int, PredictedLabel>& predicted) {
    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    std::map<int, refine::ScoreStack> refined;
    const refine::ScoreStack noScores;
    const std::vector<refine::FinishedShape> noShapes;
    for (const auto& [label, proposal] : predicted) {
        const auto known = complete.find(LabelId{label});
        const auto found = lessons.find(label);
        const auto* lesson = found == lessons.end() ? nullptr : &found->second;
        if (known == complete.end() && lesson == nullptr) continue;
        labels::MaskStack drawn;
        if (known != complete.end())
            for (const int slice : known->second)
                drawn[slice] = grid.toNetwork(maskOn(store, volume, slice, known->first));
        const auto foreign = !lesson         ? noScores
                             : drawn.empty() ? meanOf(proposal.scores, lesson->foreign)
                                             : lesson->foreign;
        auto result = refine::refined(
            {image, drawn, drawn.empty() ? noScores : proposal.scores, foreign, lesson ? lesson->shapes : noShapes},
            lesson ? lesson->blend : refine::defaultBlend(), options);
        std::erase_if(result, [&](const auto& slice) { return proposal.slices.count(slice.first) == 0; });
        refined[label] = std::move(result);
    }
    settle(refined);
    for (auto& [label, scores] : refined) {
        auto& proposal = predicted.at(label);
        for (auto& [slice, score] : scores) {
            auto mask = grid.toNative(score);
            proposal.slices[slice].confidence = confidenceOf(score);
            proposal.masks.erase(slice);
            if (labels::countNonZero(mask) > 0) proposal.masks[slice] = std::move(mask);
            proposal.scores[slice] = std::move(score);
        }
    }
}

}  // namespace protolabel::workflow
