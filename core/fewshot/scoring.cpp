#include "core/fewshot/scoring.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/fewshot/method.h"
#include "core/fewshot/protocol.h"
#include "core/labels/metrics.h"
#include "core/labels/surface_distance.h"

namespace protolabel::fewshot {

namespace {

constexpr std::int64_t kEncodedTogether = 8;  // slices

/// (slices, H, W), true where the label is; on the CPU.
torch::Tensor maskOf(const SliceStack<std::int32_t>& labels, int label) {
    auto* voxels = const_cast<std::int32_t*>(labels.voxels.data());  // from_blob takes no const; nothing is written
    return torch::from_blob(voxels, {labels.slices, labels.height, labels.width}, torch::kInt) == label;
}

/// Slices of `volume` to segment with each support slice.
struct Assignment {
    std::vector<int> papers;  ///< per slice: part of the extent, or -1 outside
    std::vector<int> whole;   ///< per slice: nearest support
};

Assignment assign(const ScoredVolume& query, const std::vector<int>& supports, int supportSlices,
                  const ScoringProtocol& protocol) {
    const int slices = query.labels.slices;
    Assignment result{std::vector<int>(slices, -1), std::vector<int>(slices)};
    const auto extent = slicesShowing(query.labels, protocol.label);
    for (std::size_t i = 0; i < extent.size(); ++i)
        result.papers[extent[i]] = partOf(static_cast<int>(i), static_cast<int>(extent.size()), protocol.parts);
    for (int z = 0; z < slices; ++z) result.whole[z] = nearestSupport(supports, supportSlices, z, slices);
    return result;
}

/// A (slices, H, W) mask on the CPU, on the grid of `labels`.
labels::VoxelMask voxelsOf(const torch::Tensor& mask, const SliceStack<std::int32_t>& labels) {
    labels::VoxelMask voxels({labels.slices, labels.height, labels.width},
                             {labels.sliceSpacing, labels.pixelSpacing, labels.pixelSpacing});
    const auto bytes = mask.to(torch::kByte).contiguous();
    std::copy_n(bytes.data_ptr<std::uint8_t>(), voxels.voxels.size(), voxels.voxels.begin());
    return voxels;
}

engine::VolumeScore scoreOf(const labels::VoxelMask& predicted, const labels::VoxelMask& truth) {
    labels::Overlap overlap;
    overlap.add(predicted, truth);
    engine::VolumeScore score;
    score.dice = 100 * overlap.dice();
    score.jaccard = 100 * overlap.jaccard();
    if (const auto distances = labels::surfaceDistances(predicted, truth)) {
        score.hd95 = distances->hd95;
        score.averageDistance = distances->average;
    }
    const double millilitres = truth.spacing[0] * truth.spacing[1] * truth.spacing[2] / 1000;
    score.predictedVolume = static_cast<double>(overlap.first) * millilitres;
    score.trueVolume = static_cast<double>(overlap.second) * millilitres;
    return score;
}

}  // namespace

VolumeScores scoreVolume(const Model& model, const ScoredVolume& support, const ScoredVolume& query,
                         const ScoringProtocol& protocol) {
    const torch::NoGradGuard noGradient;
    const auto shown = slicesShowing(support.labels, protocol.label);
    if (shown.empty())
        throw Error("evaluate.support", "{0} does not show label {1}; take another support volume",
                    {support.name, std::to_string(protocol.label)});
    std::vector<int> supports;
    for (const int position : supportPositions(protocol.parts, static_cast<int>(shown.size())))
        supports.push_back(shown[position]);

    const Method& method = findMethod(model.spec.method);
    const auto device = support.features.device();
    const auto supportMasks = maskOf(support.labels, protocol.label).to(device, torch::kFloat);
    const auto truth = maskOf(query.labels, protocol.label);
    const Assignment assignment = assign(query, supports, support.labels.slices, protocol);

    auto papers = torch::zeros_like(truth), whole = torch::zeros_like(truth);
    for (int part = 0; part < protocol.parts; ++part) {
        std::vector<std::int64_t> slices;
        for (int z = 0; z < query.labels.slices; ++z)
            if (assignment.papers[z] == part || assignment.whole[z] == part) slices.push_back(z);
        if (slices.empty()) continue;

        const int z = supports[part];
        const auto prototypes =
            method.learn(model.network, {{support.features.at(z), supportMasks[z]}}, protocol.options);
        const auto segmentation = method.segment(model.network, prototypes, query.features.select(slices),
                                                 query.labels.width, protocol.options);
        const auto predicted = (segmentation.refined >= 0.5).to(torch::kCPU);
        for (std::size_t i = 0; i < slices.size(); ++i)
            for (auto [mask, assigned] : {std::pair(&papers, &assignment.papers), std::pair(&whole, &assignment.whole)})
                if ((*assigned)[slices[i]] == part) (*mask)[slices[i]] = predicted[static_cast<std::int64_t>(i)];
    }
    const auto expected = voxelsOf(truth, query.labels);
    return {scoreOf(voxelsOf(papers, query.labels), expected), scoreOf(voxelsOf(whole, query.labels), expected)};
}

Features encodeVolume(Network& network, const SliceStack<Half>& volume, torch::Device device) {
    const torch::NoGradGuard noGradient;
    network->eval();
    auto* voxels = const_cast<Half*>(volume.voxels.data());  // from_blob takes no const; nothing is written
    const auto images = torch::from_blob(voxels, {volume.slices, 1, volume.height, volume.width}, torch::kHalf);
    std::vector<Features> features;
    for (std::int64_t z = 0; z < volume.slices; z += kEncodedTogether) {
        const auto batch = images.slice(0, z, std::min<std::int64_t>(z + kEncodedTogether, volume.slices));
        features.push_back(network->encode(batch.to(device, torch::kFloat).expand({-1, 3, -1, -1}).contiguous()));
    }
    return concatenated(features);
}

}  // namespace protolabel::fewshot
