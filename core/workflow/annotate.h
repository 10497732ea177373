#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/project/project_store.h"

namespace protolabel::workflow {

struct AnnotateOptions {
    std::string volume;          ///< by name
    std::filesystem::path mask;  ///< an image of integers on the volume's grid
    std::string label;           ///< by name or id
    std::optional<int> value;    ///< of the mask; empty: the label's id if the mask has it, else its only value
    std::string slices = "all";  ///< "12,15,20-24" along the slice axis, 0-based; "all": where the mask has the value
    bool support = false;        ///< mark the slices (those that show the label) as supports
    bool replaceOthers = false;  ///< where other labels are that are not locked, draw over them
    bool complete = false;  ///< the mask shows the label everywhere in the volume: elsewhere it is known to be absent
    bool resample = false;  ///< take a mask on another grid by nearest neighbour
};
struct AnnotateOutcome {
    std::vector<int> slices;     ///< drawn on
    std::vector<int> supports;   ///< of these, marked as supports
    int value = 0;               ///< of the mask that was taken
    std::int64_t voxels = 0;     ///< of the label on these slices now
    std::int64_t conflicts = 0;  ///< voxels that kept another label
};

/// Draws a mask from a file as one label, in one named edit. On a slice in the list the mask says the whole truth about the label.
/// Throws Error "mask.grid" (another grid, naming the property), "mask.value" (value absent or ambiguous, listing the values),
/// "slices.*", and what readVolume and toLabelMap throw.
AnnotateOutcome annotate(project::ProjectStore& store, const AnnotateOptions& options, JobControl& control);

}  // namespace protolabel::workflow
