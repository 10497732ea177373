#include "core/fewshot/pair_loss.h"

#include <cstring>
#include <limits>

#include "core/fewshot/prototypes.h"

namespace protolabel::fewshot {

namespace {

constexpr double kAbsentWeight = 0.2;

/// The smallest probability that has a logarithm here.
constexpr double kTiny = std::numeric_limits<float>::epsilon();

/// Mean NLL and 1 - soft Dice, added, each (n): probability and mask (n,s,s).
torch::Tensor maskLosses(const torch::Tensor& probability, const torch::Tensor& mask) {
    const auto p = probability.clamp(kTiny, 1 - kTiny).flatten(1), m = mask.flatten(1);
    const auto nll = -(m * torch::log(p) + (1 - m) * torch::log(1 - p)).mean(1);
    const auto dice = 1 - (2 * (p * m).sum(1) + 1) / (p.sum(1) + m.sum(1) + 1);
    return nll + dice;
}

/// Cross entropy of softmax(a cos) over the objects against the part of each cell (n,h,w) that an object covers; objects weigh the same.
torch::Tensor waysLoss(const torch::Tensor& cosines, const torch::Tensor& cells) {
    const auto target = cells.flatten(1);
    const auto logs = torch::log_softmax(kScale * cosines.flatten(1), 0);
    return -((target * logs).sum(1) / (target.sum(1) + 1e-5)).mean();
}

/// Vectors along dimension 1 of length 1.
torch::Tensor unit(const torch::Tensor& vectors) {
    return torch::nn::functional::normalize(vectors, torch::nn::functional::NormalizeFuncOptions().dim(1));
}

}  // namespace

PairSample sampleOf(const synthesis::Pair& pair) {
    constexpr int side = synthesis::kSide, half = side / 2;
    PairSample sample;
    sample.both = static_cast<std::int64_t>(pair.objects.size());
    auto labels = pair.objects;
    labels.insert(labels.end(), pair.onlyFirst.begin(), pair.onlyFirst.end());
    sample.images = torch::zeros({2, 1, side, side});
    sample.masks = torch::zeros({static_cast<std::int64_t>(labels.size()), 2, half, half});
    for (int image = 0; image < 2 && !labels.empty(); ++image) {
        std::memcpy(sample.images[image].data_ptr<float>(), pair.images[image].pixels.data(),
                    pair.images[image].pixels.size() * sizeof(float));
        for (std::size_t k = 0; k < labels.size(); ++k) {
            float* mask = sample.masks[static_cast<std::int64_t>(k)][image].data_ptr<float>();
            const auto& slice = pair.labels[image];
            for (int y = 0; y < side; ++y)
                for (int x = 0; x < side; ++x)
                    if (slice.at(x, y) == labels[k]) mask[y / 2 * half + x / 2] += 0.25f;
        }
    }
    return sample;
}

torch::Tensor pairLoss(const torch::Tensor& features, const PairSample& sample, const torch::Tensor& t) {
    if (sample.both == 0) return {};
    const auto h = features.size(2), w = features.size(3);
    const auto cells = areaAveraged(sample.masks, h, w);  // (n+m,2,h,w)
    const auto directions = unit(features);
    torch::Tensor loss = torch::zeros_like(t);
    for (int support = 0; support < 2; ++support) {
        const int query = 1 - support;
        const auto count = support == 0 ? sample.masks.size(0) : sample.both;
        const auto prototypes =
            unit(maskedAverage(features[support], cells.slice(0, 0, count).select(1, support)));  // (count,C)
        const auto cosines = prototypes.matmul(directions[query].flatten(1)).view({count, h, w});
        const auto probability = upsampled(thresholdScore(cosines, t), static_cast<int>(sample.masks.size(2)));
        const auto seen = probability.slice(0, 0, sample.both), absent = probability.slice(0, sample.both);
        loss = loss + maskLosses(seen, sample.masks.slice(0, 0, sample.both).select(1, query)).mean();
        if (count > sample.both) loss = loss - kAbsentWeight * torch::log((1 - absent).clamp_min(kTiny)).mean();
        loss = loss + waysLoss(cosines.slice(0, 0, sample.both), cells.slice(0, 0, sample.both).select(1, query));
    }
    return loss / 2;
}

}  // namespace protolabel::fewshot
