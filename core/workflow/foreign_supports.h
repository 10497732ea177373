#pragma once

#include <map>
#include <utility>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/refine/alignment.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/segmenter.h"

/// Labels that are drawn in other volumes only: which of their supports a slice is segmented with, and on which slices the object is at all.
namespace protolabel::workflow {

/// Extents of labels on the volumes where they are drawn, as far as known.
using KnownExtents = std::map<std::pair<VolumeId, int>, refine::Extent>;

/// By what is drawn and proposed in the project.
KnownExtents knownExtents(const project::ProjectStore& store, const std::vector<DrawnSupport>& drawn);
/// By the examples alone.
KnownExtents extentsOf(const std::vector<Example>& examples);
/// Of one volume by what was predicted just now. `drawn` by label.
void learnExtents(KnownExtents& extents, VolumeId volume, const std::map<int, std::vector<int>>& drawn,
                  const std::map<int, PredictedLabel>& predicted);

/// First and last slice.
using SliceRange = std::pair<int, int>;

/// Whether a label has supports, but none in this volume.
bool anyForeign(const std::vector<Example>& examples, VolumeId volume);

struct ForeignSupports {
    std::vector<Example> examples;  ///< all of the segmenter's; foreign ones at the position that corresponds to theirs
    std::map<int, SliceRange> ranges;  ///< of foreign labels, where known
};

/// Compares every slice of `volume` with up to three supports of each label that has none in it (from up to three volumes) and lays the volumes upon
/// each other by what was found (refine::aligned). `volumes` holds those that the examples come from. The range of a label is the mean of what the
/// volumes say. Throws what Segmenter throws.
ForeignSupports placeForeign(Segmenter& segmenter, const std::vector<Example>& examples,
                             const std::vector<project::VolumeRecord>& volumes, const KnownExtents& extents,
                             const project::VolumeRecord& volume, const std::string& image, JobControl& control);

/// Takes back what was predicted outside the ranges.
void keepToRanges(const std::map<int, SliceRange>& ranges, std::map<int, PredictedLabel>& predicted);

}  // namespace protolabel::workflow
