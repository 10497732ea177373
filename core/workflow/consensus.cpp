#include "core/workflow/consensus.h"

#include <nlohmann/json.hpp>

#include "core/workflow/comparison.h"
#include "core/workflow/stage.h"

namespace protolabel::workflow {

using consensus::Projects;

namespace {

/// Calls work(volume, annotations) with what every project says of it.
template <class Work>
void eachVolume(const Projects& projects, const consensus::Common& common, Stage& steps, Work&& work) {
    for (const auto& volume : common.volumes) {
        std::vector<labels::LabelVolume> all;
        for (std::size_t n = 0; n < projects.size(); ++n)
            all.push_back(consensus::readCommon(*projects[n], common, volume, n));
        std::vector<const labels::LabelVolume*> annotations;
        for (const auto& one : all) annotations.push_back(&one);
        work(volume, annotations);
        steps.step();
    }
}

Consensus::Volume volumeOf(const project::VolumeRecord& record, const consensus::Decided& decided) {
    Consensus::Volume volume{record};
    for (int slice = 0; slice < static_cast<int>(decided.undecided.size()); ++slice) {
        labels::SliceRuns runs(decided.labels.slice({record.sliceAxis, slice}));
        if (!runs.counts().empty()) volume.slices.emplace(slice, std::move(runs));
        const auto undecided = decided.undecided[static_cast<std::size_t>(slice)];
        if (undecided > 0) volume.undecided[slice] = undecided;
    }
    return volume;
}

/// {"consensus":{"method":"staple","projects":[...],"undecided":0,"raters":[{"1":[sensitivity, specificity]}, ...]}}
std::string detailsOf(const Consensus& consensus) {
    auto raters = nlohmann::json::array();
    for (const auto& rater : consensus.raters) {
        auto labels = nlohmann::json::object();
        for (const auto& [label, performance] : rater)
            labels[std::to_string(label)] = {performance.sensitivity, performance.specificity};
        raters.push_back(std::move(labels));
    }
    const nlohmann::json details = {{"consensus",
                                     {{"method", consensus.method == ConsensusMethod::Staple ? "staple" : "majority"},
                                      {"projects", consensus.projects},
                                      {"undecided", consensus.undecided},
                                      {"raters", raters}}}};
    return details.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

Consensus makeConsensus(const Projects& projects, ConsensusMethod method, const std::vector<std::string>& volumes,
                        JobControl& control) {
    auto common = consensus::findCommon(projects);
    keepAnnotated(common, projects, volumes);
    Consensus result;
    result.method = method;
    result.projects = common.names;
    result.notes = common.notes;
    for (const auto& label : common.labels) {
        result.labels.push_back(label.label);
        result.labels.back().locked = false;
    }

    consensus::Votes votes(projects.size());
    const auto count = static_cast<std::int64_t>(common.volumes.size());
    Stage voting(control, "votes", count);
    eachVolume(projects, common, voting, [&](const auto&, const auto& annotations) { votes.add(annotations); });
    consensus::Verdicts verdicts;
    if (method == ConsensusMethod::Staple) {
        auto staple = consensus::staple(votes, control);
        verdicts = std::move(staple.verdicts);
        result.raters = std::move(staple.raters);
        result.iterations = staple.iterations;
        if (!staple.converged)
            result.notes.emplace_back("compare.staple",
                                      "STAPLE still changed after {0} steps, as it may where two annotators alone "
                                      "cannot tell who is right: take the majority, or add another annotator",
                                      std::vector{std::to_string(staple.iterations)});
    } else {
        verdicts = consensus::majority(votes);
    }
    for (const auto& [ballot, voxels] : votes.ballots())
        if (!verdicts.at(ballot)) result.undecided += voxels;

    Stage deciding(control, "consensus", count);
    eachVolume(projects, common, deciding, [&](const auto& volume, const auto& annotations) {
        result.volumes.push_back(
            volumeOf(volume.first(), consensus::decide(annotations, verdicts, volume.first().sliceAxis)));
    });
    return result;
}

void storeConsensus(project::ProjectStore& target, const Consensus& consensus) {
    std::string names;
    for (const auto& name : consensus.projects) names += (names.empty() ? "" : ", ") + name;
    project::EditInfo info;
    info.name = (consensus.method == ConsensusMethod::Staple ? "STAPLE of " : "majority of ") + names;
    info.tool = "consensus";
    info.details = detailsOf(consensus);
    target.transact(info, [&](project::ProjectWriter& writer) {
        for (const auto& volume : consensus.volumes) {
            const auto id = writer.addVolume(volume.record);
            for (const auto& [slice, runs] : volume.slices)
                writer.putAnnotation(id, slice, runs, {.drawn = true, .accepted = false, .model = {}});
            for (const auto& [slice, voxels] : volume.undecided)
                writer.putReviewState(id, slice, project::ReviewState::Flagged);
        }
    });
}

}  // namespace protolabel::workflow
