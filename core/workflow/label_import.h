#pragma once

#include <string>
#include <vector>

#include "core/project/project_store.h"

namespace protolabel::workflow {

enum class Renaming { Refuse, Allow };

struct LabelImport {
    std::vector<std::string> added;
    std::vector<std::string> changed;  ///< "liver is now Leber", "the colour of spleen"
};

/// Puts labels into the project's table as one edit, by their ids; those that the project has keep their lock and visibility, and with
/// Renaming::Refuse their name. Throws Error "labels.rename", and "label.name" where another label has the name.
LabelImport importLabels(project::ProjectStore& store, const std::vector<labels::Label>& labels, Renaming renaming);

}  // namespace protolabel::workflow
