#pragma once

#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/project/project_store.h"
#include "core/workflow/segmenter.h"

/// Which options of the method suit each label, found out on the user's own slices.
namespace protolabel::workflow {

/// Known slices that a label needs before it is tuned: with three, each is segmented from two others, and the gain has a spread to be compared with;
/// with fewer a single slice would decide.
inline constexpr int kFewestKnownSlices = 3;

/// A slice of which the user knows one label, beside its supports.
struct KnownSlice {
    const project::VolumeRecord* volume;  ///< one of those given
    int slice = 0;
    LabelId label;
    labels::Mask mask;  ///< native slice grid; empty where the label is known to be absent
};

/// Annotated slices of each label that are no supports of it and, of volumes that are completely annotated for it (isComplete), slices
/// without it: at most 6 of each kind and label, spread evenly. Only volumes whose file is present.
std::vector<KnownSlice> knownSlices(const project::ProjectStore& store,
                                    const std::vector<project::VolumeRecord>& volumes,
                                    const std::vector<labels::Label>& labels);

/// Leave-one-out: each support is segmented with the others, each of `others` (knownSlices) with the supports, as prediction would do it. Of many supports
/// of a label 6 spread evenly take part: between neighbouring slices of one volume segmentation is easier than it will be elsewhere, and
/// what is chosen there would be too strict (measured, see the decisions). Labels with fewer than kFewestKnownSlices are not in
/// the answer, in which labels ascend.
engine::TuneResult tune(engine::Engine& engine, const engine::BlobSource& blobs, const std::vector<Example>& supports,
                        const std::vector<Example>& others, const SegmenterOptions& options, JobControl& control);

}  // namespace protolabel::workflow
