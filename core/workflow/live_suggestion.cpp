// Which slice is worth drawing next.
#include "core/imaging/preparation.h"
#include "core/refine/suggestion.h"
#include "core/workflow/live_prediction.h"
#include "core/workflow/refining.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

using project::VolumeRecord;

/// What is known of a label: slices that show it, though they may not be complete, and those known to be without it.
static labels::MaskStack drawnMasks(const project::ProjectStore& store, const VolumeRecord& volume,
                                    const labels::Label& label, const SliceLabels& open) {
    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    auto next = open.begin();  // ascending, as the slices are
    labels::MaskStack drawn;
    for (int slice = 0; slice < layoutOf(volume).slices; ++slice)
        if (next != open.end() && next->first == slice)
            ++next;
        else
            drawn[slice] = grid.toNetwork(maskOn(store, volume, slice, label.id));
    return drawn;
}

std::optional<int> suggestByDrawn(const project::ProjectStore& store, const VolumeRecord& volume,
                                  const labels::Label& label) {
    return refine::suggestForInterpolation(layoutOf(volume).slices,
                                           drawnMasks(store, volume, label, openSlices(store, volume, {label}).wanted));
}

std::optional<int> LivePredictor::suggest(engine::Engine& engine, const VolumeRecord& volume,
                                          const labels::Label& label, const LiveSettings& settings,
                                          JobControl& control) {
    auto ready = prepare(engine, {label.id}, settings, control);
    if (ready.examples.empty()) return suggestByDrawn(store_, volume, label);
    const auto image = imageOf(volume);
    Segmenter segmenter(engine, blobs(), std::move(ready.examples), std::move(ready.options));
    const auto open = openSlices(store_, volume, {label}).wanted;
    auto predicted = segmenter.segment(volume, image, open, control, [](const Answer&) {});
    Lessons lessons;
    if (settings.finished && settings.refine.blend) lessons = experience_.lessons(volume.id);
    const auto complete = completeSlices(store_, volume.id, {label});
    if (refinable(complete, lessons, settings.refine))
        refineProposals(store_, volume, preparedOf(image), complete, lessons, settings.refine, predicted);
    return refine::suggestSlice(layoutOf(volume).slices, predicted[static_cast<int>(label.id.value)].scores,
                                drawnMasks(store_, volume, label, open));
}

}  // namespace protolabel::workflow
