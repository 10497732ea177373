#include "core/workflow/training_preview.h"

#include <algorithm>

#include "core/imaging/preparation.h"
#include "core/labels/run_length.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/segmenter.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

Preview::Preview(const project::ProjectStore& store, BlobShelf& shelf, const TrainWatch& watch) : watch_(watch) {
    if (!watch.place || !watch.preview) return;
    const auto volumes = store.volumes();
    const auto shown =
        std::find_if(volumes.begin(), volumes.end(), [&](const auto& v) { return v.id == watch.place->volume; });
    if (shown == volumes.end() || !isPresent(*shown)) return;

    PreparedImages images(shelf);
    std::vector<Example> examples;
    std::vector<int> labels;
    for (const auto& [volume, support] : drawnSupports(store, volumes, store.labels())) {
        if (!isPresent(*volume)) continue;
        const int label = static_cast<int>(support.label.value);
        examples.push_back(makeExample(*volume, images.of(*volume), support.slice, label,
                                       annotatedMask(store, volume->id, support.slice, support.label), support.weight));
        if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
    }
    if (examples.empty() || watch.place->slice >= layoutOf(*shown).slices) return;
    SegmenterOptions options;
    options.byOthers = true;
    std::vector<int> exampleOfSupport;
    auto request = segmenterRequest(examples, *shown, images.of(*shown), {{watch.place->slice, labels}}, options,
                                    exampleOfSupport);
    if (request.queries.empty()) return;
    volume_ = *shown;
    asked_ = engine::TrainPreview{watch.every, std::move(request.supports), std::move(request.queries)};
}

void Preview::tell(std::int64_t iteration, const std::vector<engine::SlicePrediction>& predictions) const {
    if (!volume_) return;
    const imaging::NetworkGrid grid(volume_->geometry, volume_->sliceAxis);
    std::map<LabelId, labels::Mask> masks;
    for (const auto& prediction : predictions) {
        labels::ProbabilitySlice probability;
        labels::decodeRuns(prediction.probability, probability);
        masks[LabelId{prediction.label}] = grid.toNative(probability);
    }
    watch_.preview(iteration, masks);
}

}  // namespace protolabel::workflow
