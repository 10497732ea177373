#pragma once

#include "core/refine/blend.h"
#include "core/refine/evidence.h"

namespace protolabel::refine {

struct RefineOptions {
    bool blend =
        true;  ///< weigh scores, interpolation, grey values and finished shapes against each other, where the object is drawn somewhere
    bool clean = true;  ///< keep what hangs together with a drawn shape, or else the largest object; fill its holes
    bool range = true;  ///< estimate on which slices the object is where it is drawn in other volumes only
    bool snap = true;   ///< boundaries follow the image (snapping.h)
    bool any() const { return blend || clean; }
    bool operator==(const RefineOptions&) const = default;
};

/// Probabilities on every slice that is not drawn. Where no drawn slice shows the object they are the scores (the foreign ones where the volume
/// has none of its own).
ScoreStack refined(const Evidence& evidence, const Blend& blend, const RefineOptions& options);

/// Lowers to just below one half what does not hang together (by faces) with a drawn shape; where none of it does or nothing is drawn, all but the
/// largest object.
void keepConnected(ScoreStack& probabilities, const labels::MaskStack& drawn);

/// Raises to one half what is closed in on all sides, and what is closed in within its slice unless a drawn shape has holes.
void fillHoles(ScoreStack& probabilities, const labels::MaskStack& drawn);

/// What a Blend learns from: pixels of slices that are not drawn but have a score of the volume's own, of which `truth` knows the object.
/// `perSlice` of each, chosen evenly among those
/// nearer than 25 mm to a shape or to the truth.
std::vector<BlendSample> samplesOf(const Evidence& evidence, const labels::MaskStack& truth, int perSlice);

}  // namespace protolabel::refine
