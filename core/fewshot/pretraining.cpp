#include "core/fewshot/pretraining.h"

#include <algorithm>
#include <chrono>

#include "core/fewshot/devices.h"
#include "core/fewshot/pretrainer.h"

namespace protolabel::fewshot {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

engine::TrainResult pretrain(const engine::PretrainRequest& request, engine::JobContext& context,
                             torch::Device device) {
    Pretrainer trainer(request, device);
    if (!request.checkpoint.empty()) trainer.restore(*context.blobs().get(request.checkpoint));
    const auto before = trainer.iteration();
    const auto begin = Clock::now();
    auto saved = begin;
    const bool saving = request.checkpointSeconds > 0;
    const auto save = [&] {
        const auto hash = context.blobs().put(trainer.checkpoint());
        context.partial({{"checkpoint", hash}, {"iteration", trainer.iteration()}}, {hash});
        saved = Clock::now();
    };
    try {
        trainer.run(context, [&](std::int64_t, double) {
            if (saving && secondsSince(saved) >= request.checkpointSeconds) save();
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
    result.model = context.blobs().put(encode(trainer.model(), Storage::Half));
    context.send(result.model);
    return result;
}

}  // namespace protolabel::fewshot
