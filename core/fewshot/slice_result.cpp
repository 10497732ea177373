#include "core/fewshot/slice_result.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

#include "core/fewshot/prototypes.h"
#include "core/labels/run_length.h"

namespace protolabel::fewshot {

namespace {

Bytes encodedRuns(const torch::Tensor& values) {
    labels::ProbabilitySlice image(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)));
    std::memcpy(image.pixels.data(), values.contiguous().data_ptr<std::uint8_t>(), image.pixels.size());
    return labels::encodeRuns(image);
}

/// floor(256 p) as quantised() says, and one more claim (two are enough) where that is at least 128. What is no number becomes 0.
#if defined(__GNUC__) && !defined(__clang__)
__attribute__((optimize("O3")))
#endif
void quantise(const float* p, std::uint8_t* value, std::uint8_t* claims, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        const float scaled = p[i] > 0 ? p[i] * 256 : 0;
        value[i] = static_cast<std::uint8_t>(static_cast<int>(scaled < 255 ? scaled : 255));
        claims[i] = static_cast<std::uint8_t>(std::min(2, claims[i] + (value[i] >> 7)));
    }
}

/// Mean probability over the pixels whose value is at least one half; none where there is no such pixel.
std::optional<double> predictedMean(const torch::Tensor& probability, const torch::Tensor& values) {
    const float* p = probability.data_ptr<float>();
    const auto* value = values.data_ptr<std::uint8_t>();
    double sum = 0;
    std::int64_t count = 0;
    for (std::int64_t i = 0; i < values.numel(); ++i)
        if (value[i] >= 128) sum += p[i], ++count;
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

/// 1 - cos(prototype, mean feature of the predicted pixels).
double distanceOf(const LabelMap& map, const torch::Tensor& features, const torch::Tensor& predicted) {
    const auto weights = areaAveraged(predicted.to(torch::kFloat), features.size(1), features.size(2));
    const auto mean = maskedAverage(features, weights.unsqueeze(0)).squeeze(0);
    return 1 - torch::cosine_similarity(map.prototype, mean, 0).item<double>();
}

}  // namespace

torch::Tensor quantised(const torch::Tensor& probabilities) {
    const auto given = probabilities.contiguous();
    auto result = torch::empty(given.sizes(), torch::kByte);
    const auto labels = given.size(0), pixels = given.size(1) * given.size(2);
    const float* p = given.data_ptr<float>();
    auto* value = result.data_ptr<std::uint8_t>();
    std::vector<std::uint8_t> claims(static_cast<std::size_t>(pixels));  // labels that reach one half
    for (std::int64_t label = 0; label < labels; ++label)
        quantise(p + label * pixels, value + label * pixels, claims.data(), pixels);
    for (std::int64_t i = 0; i < pixels; ++i) {
        if (claims[static_cast<std::size_t>(i)] < 2) continue;
        std::int64_t winner = 0;
        for (std::int64_t label = 1; label < labels; ++label)
            if (p[label * pixels + i] > p[winner * pixels + i]) winner = label;
        for (std::int64_t label = 0; label < labels; ++label)
            if (label != winner) value[label * pixels + i] = std::min<std::uint8_t>(value[label * pixels + i], 127);
    }
    return result;
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
        const auto found = predictedMean(map.probability.contiguous(), mine);
        engine::SlicePrediction answer;
        answer.label = map.label;
        answer.probability = encodedRuns(mine);
        if (found) {
            answer.confidence = *found;
            answer.distance = distanceOf(map, features, mine >= 128);
        } else {
            answer.confidence = 1 - map.probability.max().item<double>();
            answer.distance = 1 - map.cosine.max().item<double>();
        }
        result.push_back(std::move(answer));
    }
    return result;
}

}  // namespace protolabel::fewshot
