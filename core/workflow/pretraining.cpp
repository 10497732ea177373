#include "core/workflow/pretraining.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/files.h"

namespace protolabel::workflow {

namespace {

constexpr double kCheckpointSeconds = 60;

std::string provenanceOf(const engine::PretrainRequest& request) {
    return nlohmann::json{{"data", "synthetic"},
                          {"seed", request.seed},
                          {"iterations", request.iterations},
                          {"encoder", request.encoder},
                          {"stride", request.stride}}
        .dump();
}

}  // namespace

PretrainOutcome pretrain(engine::Engine& engine, const PretrainOptions& options, JobControl& control) {
    requirePlace(options.out);
    auto checkpoint = options.out;
    checkpoint += ".checkpoint";
    BlobShelf shelf;
    engine::PretrainRequest request;
    request.encoder = options.encoder;
    request.iterations = options.iterations;
    request.seed = options.seed;
    request.device = options.device;
    request.checkpointSeconds = kCheckpointSeconds;
    request.provenance = provenanceOf(request);
    if (options.resume) {
        if (!std::filesystem::exists(checkpoint))
            throw Error("train.no_checkpoint", "there is no unfinished training ({0}); train without --resume",
                        {checkpoint.string()});
        request.checkpoint = shelf.add([checkpoint] { return readFile(checkpoint); });
    }
    PretrainOutcome outcome;
    Bytes model;
    outcome.result = engine.pretrain(
        request, shelf.source(), control, [&](std::int64_t, const Bytes& state) { writeFile(checkpoint, state); },
        model);
    outcome.model = outcome.result.model;
    writeFile(options.out, model);
    std::error_code ignored;
    std::filesystem::remove(checkpoint, ignored);
    return outcome;
}

}  // namespace protolabel::workflow
