#include "core/workflow/segmenter.h"

#include <algorithm>

#include "core/base/inner_control.h"
#include "core/imaging/preparation.h"
#include "core/labels/run_length.h"
#include "core/project/operations.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

/// Without supports and queries.
engine::PredictRequest emptyRequest(const SegmenterOptions& options) {
    engine::PredictRequest request;
    request.model = options.model;
    request.options = options.method;
    request.labelOptions = options.labelMethods;
    request.device = options.device;
    return request;
}

}  // namespace

Example makeExample(const project::VolumeRecord& volume, const std::string& image, int slice, int label,
                    const labels::Mask& mask, double weight) {
    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    Example example;
    example.volume = volume.id;
    example.position = relativePosition(slice, layoutOf(volume).slices);
    example.slice.image = image;
    example.slice.slice = slice;
    example.slice.label = label;
    example.slice.mask = labels::encodeRuns(grid.toNetwork(mask));
    example.slice.weight = weight;
    return example;
}

engine::PredictRequest segmenterRequest(const std::vector<Example>& examples, const project::VolumeRecord& volume,
                                        const std::string& image, const SliceLabels& wanted,
                                        const SegmenterOptions& options, std::vector<int>& exampleOfSupport) {
    std::map<int, std::vector<int>> byLabel;  // label -> indices of its examples
    for (std::size_t i = 0; i < examples.size(); ++i) byLabel[examples[i].slice.label].push_back(static_cast<int>(i));
    for (const int label : options.ownOnly) {
        auto& all = byLabel[label];
        std::vector<int> own;
        std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                     [&](int i) { return examples[static_cast<std::size_t>(i)].volume == volume.id; });
        if (!own.empty()) all = std::move(own);
    }

    auto request = emptyRequest(options);
    std::map<int, int> supportOfExample;
    const auto support = [&](int example) {
        const auto [place, added] = supportOfExample.try_emplace(example, static_cast<int>(request.supports.size()));
        if (added) {
            request.supports.push_back(examples[static_cast<std::size_t>(example)].slice);
            exampleOfSupport.push_back(example);
        }
        return place->second;
    };
    const int slices = layoutOf(volume).slices;
    for (const auto& [slice, labels] : wanted) {
        engine::QuerySlice query{image, slice, {}};
        for (const int label : labels) {
            std::vector<int> candidates;
            std::vector<project::SupportPosition> positions;
            for (const int i : byLabel[label]) {
                const auto& example = examples[static_cast<std::size_t>(i)];
                if (options.byOthers && example.volume == volume.id && example.slice.slice == slice) continue;
                candidates.push_back(i);
                positions.push_back({example.volume, example.position});
            }
            if (candidates.empty()) continue;
            engine::QueryLabel queryLabel{label, {}};
            for (const int chosen :
                 project::chooseSupports(positions, volume.id, relativePosition(slice, slices), options.shots))
                queryLabel.supports.push_back(support(candidates[static_cast<std::size_t>(chosen)]));
            query.labels.push_back(std::move(queryLabel));
        }
        if (!query.labels.empty()) request.queries.push_back(std::move(query));
    }
    return request;
}

void Segmenter::count(const engine::PredictResult& result) {
    totals_.device = result.device;
    totals_.encodedSlices += result.encodedSlices;
    totals_.cachedSlices += result.cachedSlices;
    totals_.encodeSeconds += result.encodeSeconds;
    totals_.predictSeconds += result.predictSeconds;
}

std::map<int, std::vector<double>> Segmenter::distances(const std::vector<int>& examples,
                                                        const project::VolumeRecord& volume, const std::string& image,
                                                        JobControl& control) {
    const int slices = layoutOf(volume).slices;
    auto request = emptyRequest(options_);
    std::map<int, std::vector<double>> distances;
    for (const int example : examples) {
        const auto& support = examples_[static_cast<std::size_t>(example)].slice;
        const int number = static_cast<int>(request.supports.size());
        request.supports.push_back(support);
        for (int slice = 0; slice < slices; ++slice)
            request.queries.push_back({image, slice, {{support.label, {number}}}});
        distances[example].resize(static_cast<std::size_t>(slices));
    }
    InnerControl unheard(control);  // the prediction that follows tells its progress
    count(engine_.predict(request, blobs_, unheard, [&](const engine::SlicePrediction& prediction) {
        const int example = examples[static_cast<std::size_t>(prediction.query / slices)];
        distances[example][static_cast<std::size_t>(prediction.query % slices)] = prediction.distance;
    }));
    return distances;
}

std::map<int, PredictedLabel> Segmenter::segment(const project::VolumeRecord& volume, const std::string& image,
                                                 const SliceLabels& wanted, JobControl& control,
                                                 const std::function<void(const Answer&)>& answered) {
    std::map<int, PredictedLabel> predicted;
    std::vector<int> exampleOfSupport;
    const auto request = segmenterRequest(examples_, volume, image, wanted, options_, exampleOfSupport);
    if (request.queries.empty()) return predicted;

    const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
    const auto result = engine_.predict(request, blobs_, control, [&](const engine::SlicePrediction& prediction) {
        const auto& query = request.queries.at(static_cast<std::size_t>(prediction.query));
        labels::ProbabilitySlice probability;
        labels::decodeRuns(prediction.probability, probability);
        auto mask = grid.toNative(probability);
        auto& label = predicted[prediction.label];
        auto& slice = label.slices[query.slice];
        slice.confidence = prediction.confidence;
        slice.distance = prediction.distance;
        for (const auto& queryLabel : query.labels)
            if (queryLabel.label == prediction.label)
                for (const int support : queryLabel.supports)
                    slice.supports.push_back(
                        examples_[static_cast<std::size_t>(exampleOfSupport[static_cast<std::size_t>(support)])].id);
        answered({query.slice, prediction.label, mask, slice});
        if (labels::countNonZero(mask) > 0) label.masks[query.slice] = std::move(mask);
        label.scores[query.slice] = std::move(probability);
    });
    count(result);
    return predicted;
}

}  // namespace protolabel::workflow
