#pragma once

#include "core/refine/blend.h"
#include "core/refine/evidence.h"

namespace protolabel::refine {

struct RefineOptions {
    bool blend =
        true;  ///< weigh scores, interpolation, grey values and finished shapes against each other, where the object is drawn somewhere
    bool clean = true;  ///< keep what hangs together with a drawn shape, or else the largest object
    bool any() const { return blend || clean; }
};

/// Probabilities on every slice that is not drawn. Where no drawn slice shows the object they are the scores (the foreign ones where the volume
/// has none of its own).
ScoreStack refined(const Evidence& evidence, const Blend& blend, const RefineOptions& options);

/// Lowers to just below one half what does not hang together (by faces) with a drawn shape; where none of it does or nothing is drawn, all but the
/// largest object.
void keepConnected(ScoreStack& probabilities, const labels::MaskStack& drawn);

/// What a Blend learns from: pixels of slices that are not drawn but have a score of the volume's own, of which `truth` knows the object. `perSlice` of each, chosen evenly among those
/// nearer than 25 mm to a shape or to the truth.
std::vector<BlendSample> samplesOf(const Evidence& evidence, const labels::MaskStack& truth, int perSlice);

}  // namespace protolabel::refine
