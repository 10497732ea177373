#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/engine/backend.h"
#include "core/fewshot/feature_cache.h"
#include "core/fewshot/model_cache.h"

namespace protolabel::fewshot {

struct SliceRef {
    std::string image;  ///< hash of SliceStack<Half>
    int slice = 0;
    auto operator<=>(const SliceRef&) const = default;
};

/// Features of slices of prepared volumes: from the cache, else from the encoder. What comes out has always been rounded to
/// float16, so that a cached answer equals a fresh one.
class SliceFeatures {
public:
    SliceFeatures(engine::BlobStore& blobs, FeatureCache& cache) : blobs_(blobs), cache_(cache) {}

    /// Float on the model's device, in the order of `slices`. Throws Error "predict.image" (not square, no multiple of
    /// 8), "predict.slice" (outside the volume), "predict.nan" (features that are no numbers).
    Features of(const std::vector<SliceRef>& slices, LoadedModel& model);

    /// Whether the features of a slice are in memory.
    bool remembers(const SliceRef& slice, const LoadedModel& model) const {
        return cache_.remembers(FeatureCache::key(model.hash, slice.image, slice.slice, model.computedOn));
    }

    /// Side of the square slices of an image in pixels.
    int size(const std::string& image) { return stack(image).height; }

    std::int64_t encoded = 0, cached = 0;
    double seconds = 0;  ///< in the encoder

private:
    const SliceStack<Half>& stack(const std::string& image);
    torch::Tensor pixels(const SliceRef& ref);
    void encode(const std::vector<SliceRef>& missing, LoadedModel& model, std::map<SliceRef, Features>& into);

    engine::BlobStore& blobs_;
    FeatureCache& cache_;
    std::map<std::string, SliceStack<Half>> stacks_;  ///< few at a time
};

}  // namespace protolabel::fewshot
