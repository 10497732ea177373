#include "core/labels/metrics.h"
#include "core/labels/run_length.h"
#include "core/workflow/live_prediction.h"

namespace protolabel::workflow {

namespace {

labels::Mask maskOfAnswer(const engine::SlicePrediction& answer) {
    labels::ProbabilitySlice probability;
    labels::decodeRuns(answer.probability, probability);
    labels::Mask mask(probability.width, probability.height);
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) mask.pixels[i] = probability.pixels[i] >= 128;
    return mask;
}

}  // namespace

std::optional<double> LivePredictor::agreement(engine::Engine& engine, const project::VolumeRecord& volume, int slice,
                                               LabelId label, const LiveSettings& settings, JobControl& control) {
    auto ready = prepare(engine, {label}, settings, control);
    if (ready.examples.size() < 2) return std::nullopt;
    const auto image = imageOf(volume);
    ready.options.shots = 2;
    std::vector<int> exampleOfSupport;
    auto request = segmenterRequest(ready.examples, volume, image, {{slice, {static_cast<int>(label.value)}}},
                                    ready.options, exampleOfSupport);
    const auto both = request.queries.at(0).labels.at(0).supports;
    if (both.size() < 2) return std::nullopt;
    request.queries.push_back(request.queries.front());
    for (std::size_t i = 0; i < 2; ++i) request.queries[i].labels[0].supports = {both[i]};
    labels::Mask masks[2];
    engine.predict(request, blobs(), control, [&](const engine::SlicePrediction& answer) {
        masks[answer.query != 0 ? 1 : 0] = maskOfAnswer(answer);
    });
    labels::Overlap overlap;
    overlap.add(masks[0], masks[1]);
    return overlap.dice();
}

}  // namespace protolabel::workflow
