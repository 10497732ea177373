#pragma once

#include <map>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/labels/components.h"
#include "core/labels/image2d.h"

/// What is made of the network's scores, the drawn slices and the anatomy's continuity before a person sees them. Everything here lies on the
/// network grid.
namespace protolabel::refine {

/// The network's answers by slice.
using ScoreStack = std::map<int, labels::ProbabilitySlice>;

/// One label on a volume where it is completely known.
struct FinishedShape {
    int slices = 0;           ///< of its volume
    double sliceSpacing = 1;  ///< mm
    labels::MaskStack masks;  ///< slices that show it
};

/// What is known of one label on one volume.
struct Evidence {
    const SliceStack<Half>& image;               ///< the prepared volume
    const labels::MaskStack& drawn;              ///< complete slices; an empty mask says that the object is not there
    const ScoreStack& scores;                    ///< by what is drawn in this volume; slices without one are undecided
    const ScoreStack& foreignScores;             ///< by supports of other volumes
    const std::vector<FinishedShape>& finished;  ///< of the label on other volumes; may be empty
};

}  // namespace protolabel::refine
