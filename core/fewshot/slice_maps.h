#pragma once

#include "core/fewshot/method.h"

namespace protolabel::fewshot {

/// How the answer for slice `row` of a segmentation came about; `query`, `label`, `support` and `regions` are left to the caller.
engine::SliceMaps sliceMaps(const Segmentation& found, std::int64_t row);

/// Method::regionsOf as bytes in run-length code; empty where it is undefined.
Bytes regionMap(const torch::Tensor& regions);

}  // namespace protolabel::fewshot
