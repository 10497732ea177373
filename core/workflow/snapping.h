#pragma once

#include <map>
#include <optional>

#include "core/base/slice_stack.h"
#include "core/project/records.h"
#include "core/workflow/segmenter.h"

namespace protolabel::workflow {

/// The volume in its own pixels, where these are finer than the network's (imaging::scaled); reads the file. Throws what loadVolume throws.
std::optional<SliceStack<Half>> fineSlices(const project::VolumeRecord& volume);

/// Lets the boundaries of predicted masks follow the image (refine::snapped); `prepared` is the prepared volume, `fine` what fineSlices gave. What
/// several labels claim goes to the most probable. A mask keeps no part apart from what was predicted, and stays as it was where less than half
/// of it would remain. Scores stay as they are.
void snapProposals(const project::VolumeRecord& volume, const SliceStack<Half>& prepared,
                   const std::optional<SliceStack<Half>>& fine, std::map<int, PredictedLabel>& predicted);

}  // namespace protolabel::workflow
