#pragma once

#include "core/refine/blend.h"
#include "core/workflow/known_volume.h"

/// How much each kind of evidence counts, learned on finished volumes of which the drawing is simulated.
namespace protolabel::workflow {

/// What a blend learns a label from: what would have been known in `volume` when its largest slice and up to three more (by suggestForInterpolation)
/// were drawn, while `others` were finished; on every second slice of volumes with more than twelve. Nothing where the volume does not show it.
std::vector<refine::BlendSample> samplesOf(NetworkScores& scores, const engine::BlobSource& blobs,
                                           const KnownVolume& volume, const KnownVolumes& others, int label,
                                           JobControl& control);
/// Of how many volumes, spread evenly, drawing is simulated at most: the time of learning.
inline constexpr std::size_t kMostLearned = 6;
/// `volumes` without that one.
KnownVolumes without(KnownVolumes volumes, const KnownVolume* one);

/// The same samples give the same blend. A second of processor time for 60000.
refine::Blend blendOf(const std::vector<refine::BlendSample>& samples);

}  // namespace protolabel::workflow
