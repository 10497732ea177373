#pragma once

#include <functional>

#include "ui/session/workspace.h"

namespace protolabel::test {

using LabelAt = std::function<int(int i, int j, int k)>;

/// Fails unless the annotation of the shown volume is this, in the project file and in memory. The slices are along k. Negative: whatever it is.
void checkAnnotation(ui::Workspace& workspace, const LabelAt& label);

}  // namespace protolabel::test
