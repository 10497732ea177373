#include "core/workflow/training_labels.h"

#include <memory>

#include "core/imaging/preparation.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

SliceStack<std::int32_t> finishedLabels(const project::ProjectStore& store, const project::VolumeRecord& volume) {
    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    SliceStack<std::int32_t> stack;
    for (const int slice : store.annotatedSlices(volume.id)) {
        if (store.reviewState(volume.id, slice) == project::ReviewState::Flagged) continue;
        const auto annotation = store.annotation(volume.id, slice);
        if (!annotation) continue;
        if (stack.voxels.empty()) {
            stack.slices = grid.layout().slices;
            stack.height = stack.width = grid.size();
            stack.pixelSpacing = grid.pixelSpacing();
            stack.sliceSpacing = grid.layout().sliceSpacing;
            stack.voxels.assign(static_cast<std::size_t>(stack.slices) * stack.height * stack.width, 0);
        }
        const auto seen = grid.toNetwork(*annotation);
        std::copy(seen.pixels.begin(), seen.pixels.end(), stack.slice(slice));
    }
    return stack;
}

void addLabels(const project::ProjectStore& store, const std::vector<project::VolumeRecord>& records, BlobShelf& shelf,
               engine::TrainRequest& request) {
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto stack = finishedLabels(store, records[i]);
        if (stack.voxels.empty()) continue;
        // Run-length coded, a few kilobytes a slice: small enough to stay.
        auto bytes = std::make_shared<const Bytes>(encode(stack));
        request.volumes[i].labels = shelf.add([bytes] { return *bytes; });
    }
}

}  // namespace protolabel::workflow
