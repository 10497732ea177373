#include "core/fewshot/slice_result.h"

#include <cstring>

#include "core/fewshot/prototypes.h"
#include "core/labels/run_length.h"

namespace protolabel::fewshot {

namespace {

Bytes encodedRuns(const torch::Tensor& values) {
    labels::ProbabilitySlice image(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)));
    std::memcpy(image.pixels.data(), values.contiguous().data_ptr<std::uint8_t>(), image.pixels.size());
    return labels::encodeRuns(image);
}

/// 1 - cos(prototype, mean feature of the predicted pixels).
double distanceOf(const LabelMap& map, const torch::Tensor& features, const torch::Tensor& predicted) {
    const auto weights = areaAveraged(predicted.to(torch::kFloat), features.size(1), features.size(2));
    const auto mean = maskedAverage(features, weights.unsqueeze(0)).squeeze(0);
    return 1 - torch::cosine_similarity(map.prototype, mean, 0).item<double>();
}

}  // namespace

torch::Tensor quantised(const torch::Tensor& probabilities) {
    const auto values = (probabilities * 256).floor().clamp(0, 255).to(torch::kByte);
    const auto labels = torch::arange(probabilities.size(0)).view({-1, 1, 1});
    const auto loses = probabilities.argmax(0, true) != labels;
    return torch::where(loses, values.clamp_max(127), values);
}

std::vector<engine::SlicePrediction> slicePredictions(const std::vector<LabelMap>& maps,
                                                      const torch::Tensor& features) {
    std::vector<engine::SlicePrediction> result;
    if (maps.empty()) return result;
    std::vector<torch::Tensor> probabilities;
    for (const auto& map : maps) probabilities.push_back(map.probability);
    const auto values = quantised(torch::stack(probabilities));
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const auto& map = maps[i];
        const auto mine = values[static_cast<std::int64_t>(i)];
        const auto predicted = mine >= 128;
        engine::SlicePrediction answer;
        answer.label = map.label;
        answer.probability = encodedRuns(mine);
        if (predicted.any().item<bool>()) {
            answer.confidence = map.probability.masked_select(predicted).mean().item<double>();
            answer.distance = distanceOf(map, features, predicted);
        } else {
            answer.confidence = 1 - map.probability.max().item<double>();
            answer.distance = 1 - map.cosine.max().item<double>();
        }
        result.push_back(std::move(answer));
    }
    return result;
}

}  // namespace protolabel::fewshot
