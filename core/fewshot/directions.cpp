#include "core/fewshot/directions.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/fewshot/methods.h"
#include "core/fewshot/prototypes.h"

namespace protolabel::fewshot {

namespace {
/// As many as a processor's cache holds; a GPU is kept busy by more.
std::int64_t scoresAtOnce(torch::Device device) {
    return std::int64_t{1} << (device.is_cpu() ? 18 : 26);
}
}  // namespace

torch::Tensor unitVectors(const torch::Tensor& vectors) {
    return vectors / vectors.norm(2, 1, true).clamp_min(kSmallestNorm);
}

Directions directionsOf(const torch::Tensor& vectors) {
    return {unitVectors(vectors), torch::zeros({vectors.size(0)}, vectors.options())};
}

torch::Tensor score(const torch::Tensor& unit, const Directions& directions) {
    const auto pixels = unit.permute({0, 2, 3, 1}).reshape({-1, unit.size(1)});
    const auto rows = std::max<std::int64_t>(1, scoresAtOnce(unit.device()) / directions.vectors.size(0));
    std::vector<torch::Tensor> parts;
    for (const auto& some : pixels.split(rows)) {
        const auto d = kScale * some.matmul(directions.vectors.t());
        parts.push_back((torch::softmax(d + directions.logWeights, 1) * d).sum(1));
    }
    return torch::cat(parts).view({unit.size(0), unit.size(2), unit.size(3)});
}

std::vector<torch::Tensor> stored(const Directions& foreground, const Directions& background) {
    return {foreground.vectors, foreground.logWeights, background.vectors, background.logWeights};
}

Directions foregroundOf(const Prototypes& prototypes) {
    return {prototypes.other[0], prototypes.other[1]};
}

Directions backgroundOf(const Prototypes& prototypes) {
    return {prototypes.other[2], prototypes.other[3]};
}

Prototypes joined(const std::vector<Prototypes>& each, const std::vector<double>& weights) {
    std::vector<torch::Tensor> foregrounds, backgrounds;
    std::array<std::vector<torch::Tensor>, 4> parts;
    for (std::size_t i = 0; i < each.size(); ++i) {
        foregrounds.push_back(each[i].foreground);
        backgrounds.push_back(each[i].background);
        if (!(weights[i] > 0)) continue;
        for (std::size_t part = 0; part < parts.size(); part += 2) {
            parts[part].push_back(each[i].other[part]);
            parts[part + 1].push_back(each[i].other[part + 1] + std::log(weights[i]));
        }
    }
    Prototypes result{weightedMean(foregrounds, weights), weightedMean(backgrounds, weights), {}};
    for (const auto& part : parts) result.other.push_back(torch::cat(part));
    return result;
}

Directions thinned(const Directions& directions, std::int64_t most) {
    const auto count = directions.vectors.size(0);
    if (count <= most) return directions;
    const auto chosen = (torch::arange(most, torch::kDouble) * (static_cast<double>(count) / static_cast<double>(most)))
                            .to(directions.vectors.device(), torch::kLong);
    return {directions.vectors.index_select(0, chosen), directions.logWeights.index_select(0, chosen)};
}

}  // namespace protolabel::fewshot
