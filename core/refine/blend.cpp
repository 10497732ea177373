#include "core/refine/blend.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace protolabel::refine {

namespace {

constexpr int kBias1 = kFeatures * Blend::kHidden, kOut = kBias1 + Blend::kHidden, kBias2 = kOut + Blend::kHidden;
constexpr std::size_t kBatch = 32;
constexpr float kRate = 4e-3F, kBeta1 = 0.9F, kBeta2 = 0.999F, kTiny = 1e-8F;

using Hidden = std::array<float, Blend::kHidden>;
using Weights = std::array<float, Blend::kWeights>;

/// `hidden` is written once: sums kept in an array of the function's own are vectorised.
float forward(const Weights& w, const float* x, Hidden& hidden) {
    Hidden sums;
    std::copy_n(&w[kBias1], Blend::kHidden, sums.begin());
    for (int f = 0; f < kFeatures; ++f) {
        const float value = x[f];
        const float* row = &w[static_cast<std::size_t>(f) * Blend::kHidden];
        for (int h = 0; h < Blend::kHidden; ++h) sums[h] += value * row[h];
    }
    float sum = w[kBias2];
    for (int h = 0; h < Blend::kHidden; ++h) {
        sums[h] = std::max(sums[h], 0.F);
        sum += sums[h] * w[kOut + h];
    }
    hidden = sums;
    return sum;
}

/// Adds the gradient of the cross entropy.
void backward(const Weights& w, const BlendSample& sample, Weights& gradient) {
    Hidden hidden;
    const float error = 1 / (1 + std::exp(-forward(w, sample.features.data(), hidden))) - sample.truth;
    Hidden below;
    for (int h = 0; h < Blend::kHidden; ++h) {
        gradient[kOut + h] += error * hidden[h];
        below[h] = hidden[h] > 0 ? error * w[kOut + h] : 0;
        gradient[kBias1 + h] += below[h];
    }
    gradient[kBias2] += error;
    for (int f = 0; f < kFeatures; ++f)
        for (int h = 0; h < Blend::kHidden; ++h)
            gradient[f * Blend::kHidden + h] += sample.features[static_cast<std::size_t>(f)] * below[h];
}

/// Uniform in 0..1; the standard's distributions differ between libraries.
float uniform(std::mt19937_64& random) {
    return static_cast<float>(random() >> 40) / static_cast<float>(1 << 24);
}

}  // namespace

Blend::Blend(std::span<const float, kWeights> weights) {
    std::copy(weights.begin(), weights.end(), weights_.begin());
}

float Blend::logOdds(const float* features) const {
    Hidden hidden;
    return forward(weights_, features, hidden);
}

Blend Blend::learned(const std::vector<BlendSample>& samples, int epochs, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Weights w{}, gradient{}, first{}, second{};
    const float bound = std::sqrt(6.F / kFeatures), boundOut = std::sqrt(3.F / kHidden);
    for (int i = 0; i < kBias1; ++i) w[i] = bound * (2 * uniform(random) - 1);
    for (int i = kOut; i < kBias2; ++i) w[i] = boundOut * (2 * uniform(random) - 1);

    std::vector<std::uint32_t> order(samples.size());
    std::iota(order.begin(), order.end(), 0);
    const auto batches = (samples.size() + kBatch - 1) / kBatch;
    const auto steps = static_cast<double>(batches) * epochs;
    float power1 = 1, power2 = 1;
    std::size_t step = 0;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
        for (std::size_t start = 0; start < order.size(); start += kBatch, ++step) {
            gradient.fill(0);
            const auto end = std::min(start + kBatch, order.size());
            for (auto i = start; i < end; ++i) backward(w, samples[order[i]], gradient);
            power1 *= kBeta1, power2 *= kBeta2;
            const auto rate = static_cast<float>(kRate * (1 - static_cast<double>(step) / steps));
            for (int i = 0; i < kWeights; ++i) {
                const float g = gradient[i] / static_cast<float>(end - start);
                first[i] = kBeta1 * first[i] + (1 - kBeta1) * g;
                second[i] = kBeta2 * second[i] + (1 - kBeta2) * g * g;
                w[i] -= rate * (first[i] / (1 - power1)) / (std::sqrt(second[i] / (1 - power2)) + kTiny);
            }
        }
    }
    return Blend(w);
}

}  // namespace protolabel::refine
