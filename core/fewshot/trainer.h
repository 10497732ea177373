#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/messages.h"
#include "core/fewshot/model_file.h"
#include "core/fewshot/training_volume.h"

namespace protolabel::fewshot {

/// Training as methods.md defines it. Episode n depends on (seed, n) only, so a run resumed from a checkpoint equals
/// one never stopped. Used on one thread; a second one prepares episodes ahead.
class Trainer {
public:
    /// Reads spec, seed, provenance and (as the identity of the data) the volumes' hashes of `request`. `initial` may
    /// be null; its weights are copied, and only the encoder's where its method has another layout: the heads start afresh. Throws
    /// Error "train.no_episodes", "train.volume", "train.initial" (another encoder), "method.options".
    Trainer(const engine::TrainRequest& request, std::vector<TrainingVolume> volumes, torch::Device device,
            const Model* initial);

    Bytes checkpoint() const;  ///< safetensors: weights, momentum, iteration, losses
    /// Throws Error "checkpoint.damaged", "checkpoint.other" (another spec, seed or data); the trainer is then as
    /// before.
    void restore(const Bytes& checkpoint);

    /// Trains up to `iterations` in total; calls `each(iteration, loss)` after every one and reports progress stage
    /// "train" with metrics "loss" (recentLoss) and "seconds_per_iteration". Between iterations it checks and yields.
    /// Throws Error "train.diverged" when a loss is not finite; the weights are those before that iteration.
    using Each = std::function<void(std::int64_t iteration, double loss)>;
    void run(std::int64_t iterations, JobControl& control, const Each& each);

    /// Seconds one iteration takes, measured over a few real ones (their weights are kept: they count as the next
    /// iterations).
    double measureRate(JobControl& control);

    std::int64_t iteration() const;
    double recentLoss() const;  ///< mean over the last 100 iterations; 0 before the first
    Model model() const;        ///< shares the network

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace protolabel::fewshot
