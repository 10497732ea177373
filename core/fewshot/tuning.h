#pragma once

#include "core/engine/backend.h"
#include "core/fewshot/feature_cache.h"
#include "core/fewshot/model_cache.h"

namespace protolabel::fewshot {

/// Answers one tune request: segments every known slice with its supports by each candidate set of options, and chooses per label
/// (option_choice.h). Candidates, as far as the method reads them: t shifted by up to 4 in steps of 1; at the best of these every alpha of
/// {1, 0.9, 0.7, 0.5, 0.3} with 1, 5 and 10 regions, for both backgrounds; the best of all with t half a step to either side. All on
/// cached features. Labels in ascending order; progress stage "tune". Throws Error "predict.supports" (a slice without a support),
/// "predict.mask", "method.no_support", "method.options", and what SliceFeatures throws.
engine::TuneResult tune(const engine::TuneRequest& request, engine::JobContext& context, ModelCache& models,
                        FeatureCache& cache);

}  // namespace protolabel::fewshot
