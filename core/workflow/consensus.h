#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/consensus/common.h"
#include "core/consensus/staple.h"
#include "core/labels/slice_runs.h"

/// One annotation out of those of several annotators.
namespace protolabel::workflow {

enum class ConsensusMethod { Majority, Staple };

struct Consensus {
    struct Volume {
        project::VolumeRecord record;                  ///< the first project's
        std::map<int, labels::SliceRuns> slices = {};  ///< those with a label
        std::map<int, std::int64_t> undecided = {};    ///< voxels, on slices that have some
    };
    ConsensusMethod method = ConsensusMethod::Staple;
    std::vector<std::string> projects;  ///< names
    std::vector<labels::Label> labels;  ///< those that all have, as in the first
    std::vector<Volume> volumes;
    std::vector<std::map<std::uint16_t, consensus::Performance>> raters;  ///< of STAPLE, by project
    int iterations = 0;
    std::int64_t undecided = 0;  ///< voxels: left background
    std::vector<Error> notes;    ///< remarks
};

/// The raters of STAPLE are judged over all volumes together. Two passes over the volumes, one in memory at a time. Throws what compareProjects throws.
Consensus makeConsensus(const consensus::Projects& projects, ConsensusMethod method,
                        const std::vector<std::string>& volumes, JobControl& control);

/// Puts it into a project that has `consensus.labels` and no volumes, as one edit that records method, projects and estimates. Slices with undecided
/// voxels are flagged.
void storeConsensus(project::ProjectStore& target, const Consensus& consensus);

}  // namespace protolabel::workflow
