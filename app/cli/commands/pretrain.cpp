#include "core/workflow/pretraining.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

struct PretrainOptions {
    workflow::PretrainOptions pretrain;
    bool force = false;
};

void run(Session& session, const PretrainOptions& given) {
    const auto& options = given.pretrain;
    if (!given.force) workflow::refuseToReplace({options.out});
    const auto outcome = workflow::pretrain(session.engine(), options, session.console);
    const auto& result = outcome.result;
    session.console.result({{"model", outcome.model},
                            {"file", options.out.string()},
                            {"iterations", result.iterations},
                            {"loss", result.loss},
                            {"encoder", options.encoder},
                            {"device", result.device},
                            {"seconds_per_iteration", result.secondsPerIteration}});
    session.console.say(options.out.string() + ": model " + shortHash(outcome.model) + ", " + options.encoder + ", " +
                        counted(result.iterations, "iteration") + " on " + result.device + " (" +
                        duration(result.secondsPerIteration) + " each), loss " + fixed(result.loss, 4));
}

}  // namespace

void addPretrain(CLI::App& app, Session& session) {
    addCommand<PretrainOptions>(
        app, session, "pretrain", "Train an encoder on synthetic images, to start every training from",
        "pretrain encoder.safetensors --iterations 6000 --seed 1",
        [](CLI::App& command, PretrainOptions& given) {
            auto& options = given.pretrain;
            command.add_option("out", options.out, "Model file to write")->required()->type_name("OUT.safetensors");
            addEncoder(command, options.encoder, "Encoder")->capture_default_str();
            command.add_option("--iterations", options.iterations, "Training steps, of four pairs of images each")
                ->check(positiveNumber())
                ->capture_default_str();
            command.add_option("--seed", options.seed, "Equal seeds give equal models on the same machine")
                ->capture_default_str();
            command.add_flag("--resume", options.resume, "Go on with the training that was stopped");
            addDevice(command, options.device);
            addForce(command, given.force);
        },
        [&session](const PretrainOptions& options) { run(session, options); });
}

}  // namespace protolabel::cli
