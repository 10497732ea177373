#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/labels/components.h"
#include "core/project/records.h"
#include "core/refine/evidence.h"
#include "core/workflow/segmenter.h"

namespace protolabel::workflow {

/// A volume on which labels are completely known.
struct KnownVolume {
    project::VolumeRecord record;
    std::string image;  ///< hash of the prepared volume
    int slices = 0;
    int size = 0;                            ///< pixels along each side of the network grid
    double sliceSpacing = 1;                 ///< mm
    std::map<int, labels::MaskStack> truth;  ///< by label: the slices that show it, network grid

    /// Empty where the label is not.
    labels::Mask drawn(int label, int slice) const;
    refine::FinishedShape shape(int label) const;
    std::vector<int> allSlices() const;
    /// A slice to learn from.
    Example example(int label, int slice, const labels::Mask& mask) const;
};
using KnownVolumes = std::vector<const KnownVolume*>;

/// Scores as runs: by volume and label, then by support and query slice.
using ScoreMemory = std::map<std::pair<VolumeId, int>, std::map<std::pair<int, int>, Bytes>>;

/// What the network says of such volumes by slices of their own and of others, one label at a time.
class NetworkScores {
public:
    /// Everything it refers to must outlive it. `memory`: what is known already, and what will be. `options.shots` is not read.
    NetworkScores(engine::Engine& engine, engine::BlobSource blobs, SegmenterOptions options, ScoreMemory& memory)
        : engine_(engine), blobs_(std::move(blobs)), options_(std::move(options)), memory_(memory) {}

    /// Each of these slices by the nearest drawn one that shows the object, asked for once; nothing where none does.
    refine::ScoreStack byDrawn(const KnownVolume& volume, int label, const std::vector<int>& slices,
                               const labels::MaskStack& drawn, JobControl& control);
    /// Each of these slices by the nearest slices (in relative position) of those that show the object in other volumes.
    refine::ScoreStack byOthers(const KnownVolume& volume, int label, const std::vector<int>& slices,
                                const KnownVolumes& others, JobControl& control);

private:
    refine::ScoreStack ask(const KnownVolume& volume, int label, const std::vector<int>& slices,
                           std::vector<Example> examples, int shots, JobControl& control);

    engine::Engine& engine_;
    engine::BlobSource blobs_;
    SegmenterOptions options_;
    ScoreMemory& memory_;
};

}  // namespace protolabel::workflow
