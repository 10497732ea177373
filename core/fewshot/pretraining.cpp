#include "core/fewshot/pretraining.h"

#include "core/fewshot/pretrainer.h"
#include "core/fewshot/training_run.h"

namespace protolabel::fewshot {

engine::TrainResult pretrain(const engine::PretrainRequest& request, engine::JobContext& context,
                             torch::Device device) {
    Pretrainer trainer(request, device);
    if (!request.checkpoint.empty()) trainer.restore(*context.blobs().get(request.checkpoint));
    return runTraining(trainer, request.checkpointSeconds, context, device, Storage::Half,
                       [&](const auto& each) { trainer.run(context, each); });
}

}  // namespace protolabel::fewshot
