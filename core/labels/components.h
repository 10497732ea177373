#pragma once

#include <map>

#include "core/labels/image2d.h"

namespace protolabel::labels {

/// Slices of one object by index; absent slices are empty.
using MaskStack = std::map<int, Mask>;

/// Clears everything but the largest component (voxels that share a face are connected; of equal ones the first). All masks have the same size.
void keepLargestComponent(MaskStack& stack);

}  // namespace protolabel::labels
