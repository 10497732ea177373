#pragma once

#include <string>
#include <vector>

#include "core/labels/label_table.h"

namespace protolabel::workflow {

/// A set of labels to start a project with.
struct LabelPreset {
    std::string name;
    std::string about;                  ///< whose ids these are
    std::vector<labels::Label> labels;  ///< in labels::defaultColor's colours
};

const std::vector<LabelPreset>& labelPresets();

}  // namespace protolabel::workflow
