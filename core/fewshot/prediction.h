#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/engine/backend.h"
#include "core/fewshot/method.h"
#include "core/fewshot/slice_features.h"

namespace protolabel::fewshot {

/// One predict request: learns the prototypes of its supports and answers its queries in order, a few at a time. When a device's memory
/// does not suffice it takes fewer at once, then the CPU, and says so as progress stage "device" (metrics "batch", "cpu").
class Prediction {
public:
    /// All references outlive it. Throws Error "device.unknown", "method.options", and what reading the model throws.
    Prediction(const engine::PredictRequest& request, engine::JobContext& context, ModelCache& models,
               FeatureCache& cache);

    /// Throws Error "predict.supports" (a label without supports), "predict.empty_support", "predict.mask" (another grid),
    /// what SliceFeatures throws, and "device.memory".
    engine::PredictResult run();

private:
    /// A label and what it is learned from.
    struct Wanted {
        int label = 0;
        std::vector<int> supports;  ///< indices into PredictRequest::supports
        auto operator<=>(const Wanted&) const = default;
    };

    void answerNext();
    std::size_t nextCount();
    void relax();
    const engine::MethodOptions& optionsOf(int label) const;
    const Prototypes& prototypes(const Wanted& wanted);
    torch::Tensor supportMask(int support);
    struct Answers {
        std::vector<engine::SlicePrediction> predictions;
        std::vector<engine::SliceMaps> maps;  ///< where they were asked for
    };
    Answers segmented(std::size_t first, std::size_t count);
    /// What queries first + users show of a label.
    void addMaps(const Wanted& wanted, const Segmentation& found, std::size_t first,
                 const std::vector<std::size_t>& users, std::vector<engine::SliceMaps>& maps);

    const engine::PredictRequest& request_;
    engine::JobContext& context_;
    ModelCache& models_;
    SliceFeatures features_;
    std::shared_ptr<LoadedModel> model_;
    const Method& method_;
    engine::MethodOptions options_;
    std::size_t batch_;
    std::size_t answered_ = 0;  ///< queries
    std::map<Wanted, Prototypes> prototypes_;
};

}  // namespace protolabel::fewshot
