#include "core/fewshot/training.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "core/fewshot/trainer.h"
#include "core/fewshot/training_preview.h"
#include "core/fewshot/training_run.h"

namespace protolabel::fewshot {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kFewestIterations = 50;

std::vector<TrainingVolume> volumesOf(const engine::TrainRequest& request, engine::BlobStore& blobs) {
    std::vector<TrainingVolume> volumes;
    for (const auto& v : request.volumes) {
        TrainingVolume volume;
        volume.name = v.name;
        decode(*blobs.get(v.image), volume.image);
        decode(*blobs.get(v.supervoxels), volume.supervoxels);
        volume.excludedSlices = v.excludedSlices;
        if (!v.labels.empty()) decode(*blobs.get(v.labels), volume.labels);
        volumes.push_back(std::move(volume));
    }
    return volumes;
}

/// How many iterations in total: as asked, or as many as fit into what is left of the time.
std::int64_t planned(const engine::TrainRequest& request, Trainer& trainer, Clock::time_point start,
                     engine::JobContext& context) {
    Progress plan{"plan", trainer.iteration(), request.iterations, {}};
    if (request.iterations == 0) {
        const double rate = trainer.measureRate(context);
        const auto more = static_cast<std::int64_t>((request.seconds - secondsSince(start)) / std::max(rate, 1e-6));
        plan.done = trainer.iteration();
        plan.total = std::max(kFewestIterations, trainer.iteration() + std::max<std::int64_t>(more, 0));
        plan.metrics["seconds_per_iteration"] = rate;
    }
    context.progress(plan);
    return plan.total;
}

}  // namespace

engine::TrainResult train(const engine::TrainRequest& request, engine::JobContext& context, torch::Device device) {
    const auto start = Clock::now();
    std::optional<Model> initial;
    if (!request.initial.empty()) initial = decodeModel(*context.blobs().get(request.initial));
    Trainer trainer(request, volumesOf(request, context.blobs()), device, initial ? &*initial : nullptr);
    initial.reset();
    if (!request.checkpoint.empty()) trainer.restore(*context.blobs().get(request.checkpoint));

    std::optional<TrainingPreview> preview;
    if (request.preview) preview.emplace(*request.preview, context.blobs());
    const auto show = [&] {
        auto list = nlohmann::json::array();
        for (const auto& prediction : preview->of(trainer.model(), device)) list.push_back(engine::toJson(prediction));
        context.partial({{"preview", std::move(list)}, {"iteration", trainer.iteration()}});
    };
    if (preview) show();  // what it starts from

    return runTraining(trainer, request.checkpointSeconds, context, device, Storage::Float, [&](const auto& each) {
        const auto total = planned(request, trainer, start, context);
        trainer.run(total, context, [&](std::int64_t iteration, double loss) {
            each(iteration, loss);
            const auto every = std::max<std::int64_t>(preview ? request.preview->every : 1, 1);
            if (preview && (iteration % every == 0 || iteration == total)) show();
        });
    });
}

}  // namespace protolabel::fewshot
