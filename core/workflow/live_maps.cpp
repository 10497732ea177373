#include <algorithm>

#include "core/base/error.h"
#include "core/labels/run_length.h"
#include "core/workflow/live_prediction.h"

namespace protolabel::workflow {

using project::VolumeRecord;

SliceMaps LivePredictor::maps(engine::Engine& engine, const VolumeRecord& volume, int slice, LabelId label,
                              const LiveSettings& settings, JobControl& control) {
    auto ready = prepare(engine, {}, settings, control);
    if (std::none_of(ready.labels.begin(), ready.labels.end(), [&](const auto& l) { return l.id == label; }))
        throw Error("maps.no_support", "there is nothing to learn this label from; draw it on a slice and press M");
    const auto image = imageOf(volume);
    if (settings.refine.range && anyForeign(ready.examples, volume.id)) {
        Segmenter segmenter(engine, blobs(), ready.examples, ready.options);
        ready.examples = placed(segmenter, ready, volume, image, control).examples;
    }
    std::vector<int> exampleOfSupport;
    auto request = segmenterRequest(ready.examples, volume, image, {{slice, {static_cast<int>(label.value)}}},
                                    ready.options, exampleOfSupport);
    request.maps = true;
    SliceMaps maps;
    maps.method = ready.model.spec.method;
    const auto own = request.labelOptions.find(static_cast<int>(label.value));
    const auto& options =
        own != request.labelOptions.end() ? own->second : request.options.value_or(ready.model.spec.options);
    maps.selectionCounts = options.queryPrototype && options.alpha < 1;
    const auto native = [&](const Bytes& bytes, const VolumeRecord& of) -> std::optional<labels::ProbabilitySlice> {
        if (bytes.empty()) return std::nullopt;
        labels::ProbabilitySlice map;
        labels::decodeRuns(bytes, map);
        return overSlice(of, map);
    };
    const auto volumes = store_.volumes();
    engine.predict(
        request, blobs(), control, [](const engine::SlicePrediction&) {}, engine::Urgency::Interactive,
        [&](const engine::SliceMaps& found) {
            const auto& example = ready.examples.at(
                static_cast<std::size_t>(exampleOfSupport.at(static_cast<std::size_t>(found.support))));
            maps.supportVolume = example.volume;
            maps.supportSlice = example.slice.slice;
            maps.coarse = native(found.coarse, volume);
            maps.refined = native(found.refined, volume);
            maps.similarity = native(found.similarity, volume);
            maps.selected = native(found.selected, volume);
            for (const auto& other : volumes)
                if (other.id == example.volume) maps.regions = native(found.regions, other);
        });
    return maps;
}

}  // namespace protolabel::workflow
