#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/project/project_store.h"

/// How well the proposals served, from the history of edits.
namespace protolabel::workflow {

/// What became of a model's proposals of one label that were decided on one day.
struct ReviewWork {
    std::string day;    ///< "2026-05-31", UTC
    std::string label;  ///< "#3" where it is no longer in the project
    project::ModelHash model;
    int accepted = 0;   ///< proposals, each of one label on one slice
    int corrected = 0;  ///< of those, later drawn on
    int rejected = 0;
    double seconds = 0;  ///< at work deciding them, and correcting those that were accepted

    /// Of the proposals that were decided, those accepted and never corrected.
    double unchangedRate() const {
        return accepted + rejected > 0 ? double(accepted - corrected) / (accepted + rejected) : 0;
    }
    double secondsPerAccepted() const { return accepted > 0 ? seconds / accepted : 0; }
};

/// What the history says of the review.
struct ReviewHistory {
    std::vector<ReviewWork> work;
    /// Mean active seconds per accepted slice (whatever its labels) over all of that; nothing before 3 slices are accepted.
    std::optional<double> secondsPerSlice;
};

/// By day, label and model, of edits that are not undone. The time of an edit is divided evenly by the proposals it is about; a correction counts on the
/// day its proposal was accepted. Strokes of projects from before the slices of edits were recorded count as no correction.
ReviewHistory reviewHistoryOf(const project::ProjectStore& store);

/// A table of RFC 4180 with a line of titles.
std::string reviewWorkCsv(const std::vector<ReviewWork>& work);

}  // namespace protolabel::workflow
