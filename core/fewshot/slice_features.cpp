#include "core/fewshot/slice_features.h"

#include <chrono>

#include "core/base/error.h"
#include "core/fewshot/devices.h"

namespace protolabel::fewshot {

namespace {
constexpr std::size_t kStacks = 8;
}

const SliceStack<Half>& SliceFeatures::stack(const std::string& image) {
    if (const auto found = stacks_.find(image); found != stacks_.end()) return found->second;
    if (stacks_.size() >= kStacks) stacks_.clear();
    SliceStack<Half> stack;
    decode(*blobs_.get(image), stack);
    if (stack.height != stack.width || stack.height < 8 || stack.height % 8 != 0)
        throw Error("predict.image",
                    "slices of {0} x {1} pixels do not suit the network; prepare the volume at 256 x 256",
                    {std::to_string(stack.width), std::to_string(stack.height)});
    return stacks_[image] = std::move(stack);
}

/// (1,1,H,W) float16.
torch::Tensor SliceFeatures::pixels(const SliceRef& ref) {
    const auto& s = stack(ref.image);
    if (ref.slice < 0 || ref.slice >= s.slices)
        throw Error("predict.slice", "there is no slice {0} in a volume of {1} slices; choose one of 0..{2}",
                    {std::to_string(ref.slice), std::to_string(s.slices), std::to_string(s.slices - 1)});
    static_assert(sizeof(Half) == sizeof(c10::Half));
    auto* data = const_cast<Half*>(s.slice(ref.slice));  // from_blob takes no const; nothing is written
    return torch::from_blob(data, {1, 1, s.height, s.width}, torch::kHalf);
}

void SliceFeatures::encode(const std::vector<SliceRef>& missing, LoadedModel& model,
                           std::map<SliceRef, Features>& into) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<torch::Tensor> images;
    for (const auto& ref : missing) images.push_back(pixels(ref).clone());  // the next may throw its volume out
    const auto seen = uploaded(torch::cat(images), model.device).to(torch::kFloat).expand({-1, 3, -1, -1});
    const auto features = model.model.network->encode(seen).to(torch::kCPU, torch::kHalf);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        const auto one = features.at(static_cast<std::int64_t>(i));
        if (!one.finite())
            throw Error("predict.nan",
                        "the model gives no usable features for slice {0}; train it again, or prepare the volume anew",
                        {std::to_string(missing[i].slice)});
        into[missing[i]] = one;
        // `one` is a part of the whole batch, which the cache must not keep alive.
        cache_.keep(FeatureCache::key(model.hash, missing[i].image, missing[i].slice, model.computedOn), one.copied());
    }
    encoded += static_cast<std::int64_t>(missing.size());
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Features SliceFeatures::of(const std::vector<SliceRef>& slices, LoadedModel& model) {
    std::map<SliceRef, Features> found;
    std::vector<SliceRef> missing;
    for (const auto& ref : slices) {
        if (found.count(ref) != 0) continue;
        const auto kept = cache_.find(FeatureCache::key(model.hash, ref.image, ref.slice, model.computedOn));
        found[ref] = kept.value_or(Features{});
        if (kept)
            ++cached;
        else
            missing.push_back(ref);
    }
    if (!missing.empty()) encode(missing, model, found);
    std::vector<Features> ordered;
    for (const auto& ref : slices) ordered.push_back(found.at(ref));
    return concatenated(ordered).to(model.device, torch::kFloat);
}

}  // namespace protolabel::fewshot
