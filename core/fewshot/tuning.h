#pragma once

#include "core/engine/backend.h"
#include "core/fewshot/feature_cache.h"
#include "core/fewshot/model_cache.h"

namespace protolabel::fewshot {

/// Answers one tune request: segments every known slice with its supports by each candidate set of options, and chooses per label (option_choice.h). Candidates
/// are the shifts of t by up to 4 in steps of 0.5; at the best of them every alpha of {1, 0.9, 0.7, 0.5, 0.3} with 1, 5 and 10 regions, for
/// both backgrounds; then the shifts of t again at the best of those. All on cached features. Labels in ascending order; progress stage "tune".
/// Throws Error "predict.supports" (a slice without a support), "predict.mask", "predict.empty_support", and what SliceFeatures throws.
engine::TuneResult tune(const engine::TuneRequest& request, engine::JobContext& context, ModelCache& models,
                        FeatureCache& cache);

}  // namespace protolabel::fewshot
