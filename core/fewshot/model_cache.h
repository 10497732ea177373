#pragma once

#include <list>
#include <memory>
#include <string>

#include "core/engine/backend.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

/// A model on a device, frozen for prediction.
struct LoadedModel {
    std::string hash;
    torch::Device device;
    std::string computedOn;  ///< device and precision, which features depend on
    Model model;
};

/// The last few models used, so that an interactive request finds its model ready. One thread; who holds a model keeps it alive.
class ModelCache {
public:
    /// Throws what decodeModel throws.
    std::shared_ptr<LoadedModel> get(const std::string& hash, torch::Device device, engine::BlobStore& blobs);

private:
    std::list<std::shared_ptr<LoadedModel>> models_;  ///< most recently used first
};

}  // namespace protolabel::fewshot
