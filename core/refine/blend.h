#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace protolabel::refine {

inline constexpr int kFeatures = 21;
using FeatureVector = std::array<float, kFeatures>;

/// One pixel of a slice that nobody had drawn, and whether it turned out to belong to the object (share of it, 0 to 1).
struct BlendSample {
    FeatureVector features{};
    float truth = 0;
};

/// How much each kind of evidence counts: from the features of a pixel to the log-odds that it belongs to the object, by a network of one hidden
/// layer, w2 . max(0, W1 x + b1) + b2.
class Blend {
public:
    static constexpr int kHidden = 24;
    static constexpr int kWeights = (kFeatures + 1) * kHidden + kHidden + 1;

    /// W1 feature by feature (kHidden numbers each), b1, w2, b2.
    explicit Blend(std::span<const float, kWeights> weights);

    float logOdds(const float* features) const;
    const std::array<float, kWeights>& weights() const { return weights_; }

    /// Maximum likelihood: Adam on batches of 32 in random order, `epochs` times all samples, with a rate that falls to zero. The same samples
    /// and seed give the same blend.
    static Blend learned(const std::vector<BlendSample>& samples, int epochs, std::uint64_t seed);

private:
    std::array<float, kWeights> weights_;
};

/// Learned on 15 cardiac volumes and 12 made-up abdomens (see default_blend.cpp), for whoever has no finished volumes yet.
const Blend& defaultBlend();

}  // namespace protolabel::refine
