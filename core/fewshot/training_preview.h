#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/engine/backend.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

/// The slices of one TrainPreview, ready to be segmented again and again by a network in training. One thread.
class TrainingPreview {
public:
    /// Reads the images. Throws Error "predict.slice" (a slice outside its volume), "predict.mask" (a mask that is not as large as its slice).
    TrainingPreview(const engine::TrainPreview& asked, engine::BlobStore& blobs);

    /// What the model makes of the slices with the options it is trained with; nothing of the network changes but that it is left in evaluation
    /// mode. Labels whose supports show nothing on the network's grid are left out.
    std::vector<engine::SlicePrediction> of(const Model& model, torch::Device device) const;

private:
    std::int64_t add(const std::string& image, int slice, engine::BlobStore& blobs);

    const engine::TrainPreview asked_;
    SliceStack<Half> slices_;  ///< each one that is needed, once
    std::map<std::pair<std::string, int>, std::int64_t> places_;
    std::vector<torch::Tensor> masks_;  ///< of the supports: (H,W) float {0,1}
};

}  // namespace protolabel::fewshot
