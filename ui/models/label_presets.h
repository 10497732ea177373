#pragma once

#include "core/workflow/label_presets.h"

namespace protolabel::ui {

/// The labels with names in the language of the program, for a name it knows; other names stay.
std::vector<labels::Label> translated(std::vector<labels::Label> labels);

/// workflow::labelPresets() in the language of the program.
std::vector<workflow::LabelPreset> labelPresets();

}  // namespace protolabel::ui
