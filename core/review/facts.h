#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/project/project_store.h"

/// What a project knows about its slices, without any mask: what the queue is made of.
namespace protolabel::review {

struct ProposedLabel {
    LabelId label;
    double confidence = 0, distance = 0;  ///< as project::Proposal
    std::int64_t pixels = 0;
};

struct SliceFacts {
    project::ReviewState state = project::ReviewState::Untouched;
    std::vector<ProposedLabel> proposed;  ///< by label
    std::vector<LabelId> annotated;       ///< by label
    int comments = 0;                     ///< not resolved
};

struct VolumeFacts {
    std::string name;
    int slices = 0;
    std::map<int, SliceFacts> touched;  ///< slices of which there is anything to say
};
using ProjectFacts = std::map<VolumeId, VolumeFacts>;

/// `labels` and `comments` are the project's.
VolumeFacts readFacts(const project::ProjectStore& store, const project::VolumeRecord& volume,
                      const std::vector<labels::Label>& labels, const std::vector<project::Comment>& comments);

/// Labels and what is to be added to the Dice to expect of their proposals (correctionFrom).
using Corrections = std::map<LabelId, double>;

/// The Dice to expect over the volume, per label with a proposal: mean of that of its slices, weighted by their proposed pixels.
std::map<LabelId, double> expectedDice(const VolumeFacts& volume, const Corrections& corrections);

/// Slices of these labels that wait for somebody, and those that are finished: accepted, confirmed, or corrected with nothing proposed any more.
struct Progress {
    int open = 0, done = 0;
};
Progress progressOf(const ProjectFacts& project, const std::set<LabelId>& labels);

}  // namespace protolabel::review
