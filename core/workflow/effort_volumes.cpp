#include "core/workflow/effort_volumes.h"

#include <algorithm>

#include "core/imaging/volume_reader.h"
#include "core/labels/run_length.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/numbered_scans.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

/// The outer stage alone tells how far it is.
class Quiet : public JobControl {
public:
    explicit Quiet(JobControl& outer) : outer_(outer) {}
    void progress(const Progress&) override {}
    bool cancelled() const override { return outer_.cancelled(); }
    void yield() override { outer_.yield(); }

private:
    JobControl& outer_;
};

}  // namespace

labels::Mask EffortVolume::drawn(int label, int slice) const {
    const auto all = truth.find(label);
    if (all != truth.end())
        if (const auto mask = all->second.find(slice); mask != all->second.end()) return mask->second;
    return {prepared.width, prepared.height};
}

refine::FinishedShape EffortVolume::shape(int label) const {
    const auto all = truth.find(label);
    return {prepared.slices, prepared.sliceSpacing, all == truth.end() ? labels::MaskStack() : all->second};
}

std::vector<EffortVolume> readEffortVolumes(const std::filesystem::path& images, const std::filesystem::path& labels,
                                            BlobShelf& shelf, JobControl& control) {
    const auto scans = pairScans(images, labels, {});
    Stage stage(control, "prepare", static_cast<std::int64_t>(scans.size()));
    std::vector<EffortVolume> volumes;
    for (const auto& [number, scan] : scans) {
        auto& volume = volumes.emplace_back();
        volume.record = describeVolume(imaging::findVolumes(scan.image, false).front());
        volume.record.id = VolumeId{static_cast<std::int64_t>(volumes.size())};
        volume.image = addPrepared(shelf, volume.record);
        decode(shelf.get(volume.image), volume.prepared);
        const auto ids = networkLabels(volume.record, scan.labels);
        for (int z = 0; z < ids.slices; ++z)
            for (int p = 0; p < ids.width * ids.height; ++p)
                if (const int label = ids.slice(z)[p]; label != 0)
                    volume.truth[label]
                        .try_emplace(z, ids.width, ids.height)
                        .first->second.pixels[static_cast<std::size_t>(p)] = 1;
        stage.step();
    }
    return volumes;
}

Example exampleOf(const EffortVolume& volume, int label, int slice, const labels::Mask& mask) {
    Example example;
    example.volume = volume.record.id;
    example.position = relativePosition(slice, volume.prepared.slices);
    example.slice = {volume.image, slice, label, labels::encodeRuns(mask), 1};
    return example;
}

refine::ScoreStack scoresOf(engine::Engine& engine, BlobShelf& shelf, const EffortVolume& volume, int label,
                            const std::vector<int>& slices, std::vector<Example> examples,
                            const SegmenterOptions& options, JobControl& control) {
    if (examples.empty()) return {};
    Segmenter segmenter(engine, shelf, std::move(examples), options);
    SliceLabels wanted;
    for (const int slice : slices) wanted.push_back({slice, {label}});
    Quiet quiet(control);
    return segmenter.segment(volume.record, volume.image, wanted, quiet, [](const Answer&) {})[label].scores;
}

}  // namespace protolabel::workflow
