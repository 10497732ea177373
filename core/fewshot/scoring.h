#pragma once

#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/base/slice_stack.h"
#include "core/engine/messages.h"
#include "core/fewshot/features.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

/// A volume with expert labels, as one model sees it.
struct ScoredVolume {
    std::string name;
    const SliceStack<std::int32_t>& labels;  ///< on the network grid
    Features features;                       ///< of all slices
};

/// How queries are segmented from a support volume.
struct ScoringProtocol {
    int label = 1;
    int parts = 3;  ///< support slices, and chunks of a query's extent
    engine::MethodOptions options;
};

/// One query volume by both protocols.
struct VolumeScores {
    engine::VolumeScore papers;  ///< over the slices that show the label, chunk i with support slice i
    engine::VolumeScore whole;   ///< over all slices, each with the support slice nearest in relative position
};

/// `query` shows the label. Throws Error "evaluate.support" when `support` does not.
VolumeScores scoreVolume(const Model& model, const ScoredVolume& support, const ScoredVolume& query,
                         const ScoringProtocol& protocol);

/// Features of all slices in evaluation mode, a few slices at a time.
Features encodeVolume(Network& network, const SliceStack<Half>& volume, torch::Device device);

}  // namespace protolabel::fewshot
