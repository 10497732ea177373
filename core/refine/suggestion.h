#pragma once

#include <optional>
#include <vector>

#include "core/refine/evidence.h"

/// Which slice of a volume should be drawn next, and how good the proposals probably are: of probabilities taken at their word.
namespace protolabel::refine {

/// One slice of one label as the proposals see it.
struct SliceBelief {
    double area = 0;    ///< expected pixels of the object, the sum of p
    double common = 0;  ///< expected pixels of it among those proposed (p >= 0.5)
    double chosen = 0;  ///< pixels proposed
    /// Expected pixels that are wrong.
    double wrong() const { return chosen + area - 2 * common; }
};
/// Per slice. Drawn slices are certain. Slices with neither are empty and certain.
std::vector<SliceBelief> beliefsOf(int slices, const ScoreStack& probabilities, const labels::MaskStack& drawn);

/// The slice that is worth drawing next: where the errors that it would mend are expected to be largest. A drawn slice mends itself and, by
/// exp(-distance / 2), the slices up to the next drawn ones. While no object is known (nothing is drawn but empty slices, nothing proposed):
/// the middle of the widest part without a drawn slice. While nothing is drawn at all: the slice that shows most of the object, which is the most
/// typical. None when all slices are drawn.
std::optional<int> suggestSlice(int slices, const ScoreStack& probabilities, const labels::MaskStack& drawn);

/// The same where there are no proposals, for interpolation alone: of all gaps between drawn slices (and the volume's ends, taken as empty) the one of
/// the largest (mean area of both ends) (slices between)^2; its middle, or where one end is empty, two fifths from the end that is not.
std::optional<int> suggestForInterpolation(int slices, const labels::MaskStack& drawn);

}  // namespace protolabel::refine
