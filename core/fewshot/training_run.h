#pragma once

#include <algorithm>
#include <chrono>

#include "core/engine/backend.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/model_file.h"

namespace protolabel::fewshot {

inline double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What every kind of training does around its iterations: sends a checkpoint every `checkpointSeconds` (0: never) and one more
/// when it is stopped on purpose, so that nothing is lost; then sends the model. `T` is a Trainer or Pretrainer; `run(each)` trains, calling
/// `each(iteration, loss)` after every iteration.
template <class T, class Run>
engine::TrainResult runTraining(T& trainer, double checkpointSeconds, engine::JobContext& context, torch::Device device,
                                Storage storage, Run run) {
    const auto before = trainer.iteration();
    const auto begin = std::chrono::steady_clock::now();
    auto saved = begin;
    const bool saving = checkpointSeconds > 0;
    const auto save = [&] {
        const auto hash = context.blobs().put(trainer.checkpoint());
        context.partial({{"checkpoint", hash}, {"iteration", trainer.iteration()}}, {hash});
        saved = std::chrono::steady_clock::now();
    };
    try {
        run([&](std::int64_t, double) {
            if (saving && secondsSince(saved) >= checkpointSeconds) save();
        });
    } catch (const Cancelled&) {
        if (saving && trainer.iteration() > before) save();
        throw;
    }

    engine::TrainResult result;
    result.iterations = trainer.iteration();
    result.loss = trainer.recentLoss();
    result.secondsPerIteration =
        secondsSince(begin) / static_cast<double>(std::max<std::int64_t>(result.iterations - before, 1));
    result.device = idOf(device);
    result.model = context.blobs().put(encode(trainer.model(), storage));
    context.send(result.model);
    return result;
}

}  // namespace protolabel::fewshot
