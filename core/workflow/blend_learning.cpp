#include "core/workflow/blend_learning.h"

#include <algorithm>
#include <optional>

#include "core/refine/refinement.h"
#include "core/refine/suggestion.h"

namespace protolabel::workflow {

namespace {

constexpr int kStates = 4;  // drawn slices of a volume, at most
constexpr int kSamplesPerSlice = 60;
constexpr int kFewSlices = 12;  // of volumes with more every second one is learned from
constexpr int kEpochs = 6;
constexpr std::uint64_t kSeed = 1;

int largestSlice(const labels::MaskStack& truth) {
    return std::max_element(
               truth.begin(), truth.end(),
               [](const auto& a, const auto& b) { return countNonZero(a.second) < countNonZero(b.second); })
        ->first;
}

}  // namespace

std::vector<refine::BlendSample> samplesOf(NetworkScores& scores, const engine::BlobSource& blobs,
                                           const KnownVolume& volume, const KnownVolumes& others, int label,
                                           JobControl& control) {
    std::vector<refine::BlendSample> samples;
    const auto truth = volume.truth.find(label);
    if (truth == volume.truth.end()) return samples;
    std::vector<int> slices;
    for (int slice = 0; slice<volume.slices; slice += volume.slices> kFewSlices ? 2 : 1) slices.push_back(slice);
    const auto foreign = scores.byOthers(volume, label, slices, others, control);
    std::vector<refine::FinishedShape> shapes;
    for (const auto* other : others) shapes.push_back(other->shape(label));
    SliceStack<Half> image;
    decode(blobs(volume.image), image);
    labels::MaskStack drawn;
    std::optional<int> slice = largestSlice(truth->second);
    for (int k = 0; k < kStates && slice; ++k) {
        drawn[*slice] = volume.drawn(label, *slice);
        const auto own = scores.byDrawn(volume, label, slices, drawn, control);
        const auto more = refine::samplesOf({image, drawn, own, foreign, shapes}, truth->second, kSamplesPerSlice);
        samples.insert(samples.end(), more.begin(), more.end());
        control.check();
        slice = refine::suggestForInterpolation(volume.slices, drawn);
    }
    return samples;
}

KnownVolumes without(KnownVolumes volumes, const KnownVolume* one) {
    std::erase(volumes, one);
    return volumes;
}

refine::Blend blendOf(const std::vector<refine::BlendSample>& samples) {
    return refine::Blend::learned(samples, kEpochs, kSeed);
}

}  // namespace protolabel::workflow
