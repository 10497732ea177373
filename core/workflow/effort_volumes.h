#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/refine/evidence.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/segmenter.h"

/// Scans with expert labels, of which a simulated annotator draws some slices.
namespace protolabel::workflow {

struct EffortVolume {
    project::VolumeRecord record;
    std::string image;  ///< of the prepared volume, on the shelf
    SliceStack<Half> prepared;
    std::map<int, labels::MaskStack> truth;  ///< by label: the slices that show it, network grid

    /// What the annotator would draw: nothing where the label is not.
    labels::Mask drawn(int label, int slice) const;
    refine::FinishedShape shape(int label) const;
};

/// Scans paired by number, in their order. Throws what pairScans and reading throw.
std::vector<EffortVolume> readEffortVolumes(const std::filesystem::path& images, const std::filesystem::path& labels,
                                            BlobShelf& shelf, JobControl& control);

/// A slice to learn from.
Example exampleOf(const EffortVolume& volume, int label, int slice, const labels::Mask& mask);

/// What the network says of these slices by these examples; nothing without any.
refine::ScoreStack scoresOf(engine::Engine& engine, BlobShelf& shelf, const EffortVolume& volume, int label,
                            const std::vector<int>& slices, std::vector<Example> examples,
                            const SegmenterOptions& options, JobControl& control);

}  // namespace protolabel::workflow
