#pragma once

#include <torch/torch.h>

#include "core/engine/backend.h"

namespace protolabel::fewshot {

/// How fast this machine does what the worker does, on made-up volumes of 256 x 256 x 36 voxels, each beside a plain path of LibTorch
/// (bench_plain.h) measured in turns with it, medians of both. About two minutes, with `quick` some ten seconds. Progress stage "bench".
engine::BenchResult bench(const engine::BenchRequest& request, engine::JobContext& context, torch::Device device);

}  // namespace protolabel::fewshot
