#include "core/review/facts.h"

#include <algorithm>

#include "core/review/expectation.h"

namespace protolabel::review {

using project::ReviewState;

VolumeFacts readFacts(const project::ProjectStore& store, const project::VolumeRecord& volume,
                      const std::vector<labels::Label>& labels, const std::vector<project::Comment>& comments) {
    VolumeFacts facts;
    facts.name = volume.name;
    facts.slices = volume.geometry.size[static_cast<std::size_t>(volume.sliceAxis)];
    for (const auto& [slice, state] : store.reviewStates(volume.id)) facts.touched[slice].state = state;
    for (const auto& label : labels)
        for (const int slice : store.slicesShowing(volume.id, label.id))
            facts.touched[slice].annotated.push_back(label.id);
    for (const auto& one : store.proposals(volume.id))
        facts.touched[one.slice].proposed.push_back({one.label, one.confidence, one.distance, one.pixels});
    for (const auto& comment : comments)
        if (comment.volume == volume.id && comment.slice && !comment.resolved) ++facts.touched[*comment.slice].comments;
    return facts;
}

std::map<LabelId, double> expectedDice(const VolumeFacts& volume, const Corrections& corrections) {
    std::map<LabelId, std::pair<double, double>> sums;  // weighted Dice, weight
    for (const auto& [slice, facts] : volume.touched)
        for (const auto& one : facts.proposed) {
            const auto correction = corrections.find(one.label);
            auto& [dice, pixels] = sums[one.label];
            dice +=
                static_cast<double>(one.pixels) *
                expectedDice(one.confidence, one.distance, correction == corrections.end() ? 0 : correction->second);
            pixels += static_cast<double>(one.pixels);
        }
    std::map<LabelId, double> expected;
    for (const auto& [label, sum] : sums)
        if (sum.second > 0) expected[label] = sum.first / sum.second;
    return expected;
}

Progress progressOf(const ProjectFacts& project, const std::set<LabelId>& labels) {
    Progress progress;
    const auto isOne = [&](LabelId label) { return labels.count(label) != 0; };
    for (const auto& [id, volume] : project)
        for (const auto& [slice, facts] : volume.touched) {
            const bool open = std::any_of(facts.proposed.begin(), facts.proposed.end(),
                                          [&](const auto& one) { return isOne(one.label); });
            const bool reviewed = facts.state == ReviewState::Accepted || facts.state == ReviewState::Confirmed ||
                                  facts.state == ReviewState::Corrected;
            if (open)
                ++progress.open;
            else if (reviewed && std::any_of(facts.annotated.begin(), facts.annotated.end(), isOne))
                ++progress.done;
        }
    return progress;
}

}  // namespace protolabel::review
