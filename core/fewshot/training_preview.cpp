#include "core/fewshot/training_preview.h"

#include "core/base/error.h"
#include "core/fewshot/method.h"
#include "core/fewshot/scoring.h"
#include "core/fewshot/slice_result.h"
#include "core/labels/run_length.h"

namespace protolabel::fewshot {

TrainingPreview::TrainingPreview(const engine::TrainPreview& asked, engine::BlobStore& blobs) : asked_(asked) {
    for (const auto& support : asked_.supports) {
        add(support.image, support.slice, blobs);
        labels::Mask mask;
        labels::decodeRuns(support.mask, mask);
        if (mask.width != slices_.width || mask.height != slices_.height)
            throw Error("predict.mask",
                        "the mask of support slice {0} has not the size of its image; prepare the volume anew",
                        {std::to_string(support.slice)});
        masks_.push_back(
            torch::from_blob(mask.pixels.data(), {mask.height, mask.width}, torch::kByte).ne(0).to(torch::kFloat));
    }
    for (const auto& query : asked_.queries) add(query.image, query.slice, blobs);
}

/// Where the slice is in slices_.
std::int64_t TrainingPreview::add(const std::string& image, int slice, engine::BlobStore& blobs) {
    const auto [place, added] = places_.try_emplace({image, slice}, slices_.slices);
    if (!added) return place->second;
    SliceStack<Half> stack;
    decode(*blobs.get(image), stack);
    if (slice < 0 || slice >= stack.slices || (slices_.slices > 0 && stack.width != slices_.width))
        throw Error("predict.slice", "there is no slice {0} to preview; choose another slice", {std::to_string(slice)});
    slices_.width = stack.width;
    slices_.height = stack.height;
    ++slices_.slices;
    const auto* pixels = stack.slice(slice);
    slices_.voxels.insert(slices_.voxels.end(), pixels, pixels + std::size_t(stack.width) * stack.height);
    return place->second;
}

std::vector<engine::SlicePrediction> TrainingPreview::of(const Model& model, torch::Device device) const {
    const torch::NoGradGuard noGradient;
    auto network = model.network;
    const auto features = encodeVolume(network, slices_, device);
    const Method& method = findMethod(model.spec.method);
    std::vector<engine::SlicePrediction> answers;
    for (std::size_t q = 0; q < asked_.queries.size(); ++q) {
        const auto& query = asked_.queries[q];
        const auto seen = features.at(places_.at({query.image, query.slice}));
        std::vector<LabelMap> maps;
        for (const auto& wanted : query.labels) {
            std::vector<Shot> shots;
            for (const int i : wanted.supports) {
                const auto& support = asked_.supports.at(static_cast<std::size_t>(i));
                const auto& mask = masks_.at(static_cast<std::size_t>(i));
                if (mask.any().item<bool>())
                    shots.push_back(
                        {features.at(places_.at({support.image, support.slice})), mask.to(device), support.weight});
            }
            if (shots.empty()) continue;
            const auto learned = method.learn(network, shots, model.spec.options);
            const auto found = method.segment(network, learned, seen, slices_.width, model.spec.options);
            maps.push_back({wanted.label, found.refined[0].to(torch::kCPU), found.cosine[0].to(torch::kCPU),
                            learned.foreground.to(torch::kCPU)});
        }
        for (auto& answer : slicePredictions(maps, seen.maps.back()[0].to(torch::kCPU))) {
            answer.query = static_cast<int>(q);
            answers.push_back(std::move(answer));
        }
    }
    return answers;
}

}  // namespace protolabel::fewshot
