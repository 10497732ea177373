#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/base/slice_stack.h"
#include "core/engine/messages.h"
#include "core/fewshot/method.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

struct TrainingVolume {
    std::string name;
    SliceStack<Half> image;
    SliceStack<std::int32_t> supervoxels;
    std::vector<int> excludedSlices;
};

/// Training as methods.md defines it. Episode n depends on (seed, n) only, so a run resumed from a checkpoint equals one never stopped.
class Trainer {
public:
    /// Reads `request.spec`, iterations, seconds, seed, provenance. `initial` may be null. Throws Error "train.no_episodes"
    /// when no supervoxel has two neighbouring slices of 200 pixels.
    Trainer(const engine::TrainRequest& request, std::vector<TrainingVolume> volumes, torch::Device device,
            const Model* initial);

    void restore(const Bytes& checkpoint);  ///< throws Error "checkpoint.damaged", "checkpoint.other" (another spec or data)
    Bytes checkpoint() const;               ///< safetensors: weights, momentum, iteration, losses

    /// Trains up to `iterations` in total; calls `each(iteration, loss)` after every one.
    void run(std::int64_t iterations, JobControl& control, const std::function<void(std::int64_t, double)>& each);

    /// Seconds one iteration takes, measured over a few real ones (their weights are kept: they count as the first iterations).
    double measureRate(JobControl& control);

    std::int64_t iteration() const;
    double recentLoss() const;  ///< mean over the last 100
    Model model() const;        ///< shares the network

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace protolabel::fewshot
