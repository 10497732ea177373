#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/job_control.h"
#include "core/project/project_store.h"
#include "core/workflow/mask_file.h"

namespace protolabel::workflow {

/// What a mask file holds, for a dialog to choose from.
struct MaskContents {
    struct Value {
        int value = 0;
        std::int64_t voxels = 0;
        LabelId label;  ///< of the project with this number as its id; none: not one
    };
    std::vector<Value> values;  ///< ascending, without 0; on the mask's own grid
    std::string
        gridDifference;  ///< empty: it lies on the volume's grid; else the first property that differs, with both values
    bool sameSize = false;  ///< as many voxels along each axis, whatever the difference
};

/// Throws Error "volume.unknown" and what readVolume and toLabelMap throw.
MaskContents inspectMask(const project::ProjectStore& store, const std::string& volume,
                         const std::filesystem::path& mask);

/// What a value of the mask becomes. Values that are not in a mapping are ignored.
using MaskTarget = std::variant<LabelId,       ///< a label of the project
                                std::string>;  ///< a new label of this name (the project's, if it has one by then)
using MaskMapping = std::map<int, MaskTarget>;

struct MaskImportOptions {
    std::string volume;  ///< by name
    std::filesystem::path mask;
    MaskMapping mapping;
    OtherGrid grid = OtherGrid::Refuse;
    bool replaceOthers = false;  ///< draw over other labels, too, except locked ones
};
struct MaskImportOutcome {
    struct Entry {
        LabelId label;
        std::string name;
        std::int64_t voxels = 0;     ///< drawn
        std::int64_t conflicts = 0;  ///< voxels that kept another label
    };
    std::vector<Entry> labels;  ///< by id; those of the mapping that are in the mask
    int slices = 0;             ///< drawn on
};

/// Draws all mapped values of a mask in one named edit. Adds to what is drawn: nothing of the mapped labels is erased. Throws Error "mask.grid"
/// (naming the property), "mask.value" (nothing of the mapping is in the mask), "label.locked", "label.unknown", "label.name" (a new
/// name that is none), "volume.unknown" and what readVolume and toLabelMap throw.
MaskImportOutcome importMask(project::ProjectStore& store, const MaskImportOptions& options, JobControl& control);

}  // namespace protolabel::workflow
