#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "core/base/job_control.h"
#include "core/engine/messages.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

/// Training on synthetic pairs: AdamW, warm-up, then a cosine to zero, and an exponential moving average of the weights (and of the batch
/// norms' statistics), which is the result. Batch n depends on (seed, n) only, so a run resumed from a checkpoint equals one never stopped.
/// Used on one thread; others prepare samples ahead.
class Pretrainer {
public:
    static constexpr int kPairs = 4;  ///< in a batch

    /// Throws Error "model.encoder", "model.stride".
    Pretrainer(const engine::PretrainRequest& request, torch::Device device);

    Bytes checkpoint() const;
    /// The number of iterations may be another one: the learning rate then follows the new schedule. Throws Error "checkpoint.damaged",
    /// "checkpoint.other" (another encoder or seed); as before then.
    void restore(const Bytes& checkpoint);

    /// Trains to the request's number of iterations; see Trainer::run.
    using Each = std::function<void(std::int64_t iteration, double loss)>;
    void run(JobControl& control, const Each& each);

    std::int64_t iteration() const;
    double recentLoss() const;  ///< mean over the last 100 iterations; 0 before the first
    Model model() const;  ///< the averaged weights, a copy, with t lowered by a margin for images unlike the synthetic

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace protolabel::fewshot
