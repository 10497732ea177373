#pragma once

#include <string>
#include <vector>

#include "core/project/project_store.h"

namespace protolabel::workflow {

/// What one annotator did with one tool on one label of one volume. Empty names: the edits do not say, or concern several.
struct Activity {
    std::string author;
    std::string tool;
    std::string volume;  ///< "#3" where it is no longer in the project
    std::string label;   ///< likewise
    double activeSeconds = 0;
    int edits = 0;
    int acceptedSlices = 0;  ///< proposals accepted
};

/// Adds up the edits that are not undone, by author, tool, volume and label. The time of an acceptance of several volumes and labels is
/// divided by their slices, and it counts as an edit of each of them.
std::vector<Activity> activityOf(const project::ProjectStore& store);

/// A table of RFC 4180 with a line of titles.
std::string activityCsv(const std::vector<Activity>& activity);

}  // namespace protolabel::workflow
