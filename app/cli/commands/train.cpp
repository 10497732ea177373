#include "core/workflow/training.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct TrainOptions {
    std::string project;
    workflow::TrainOptions train;
    bool resume = false;
};

std::string doneOf(const workflow::UnfinishedTraining& training) {
    return std::to_string(training.iteration) + " of " + counted(training.iterations, "iteration");
}

/// Tells how to go on where a checkpoint is left, or was there before.
workflow::TrainOutcome train(Session& session, project::ProjectStore& store, const TrainOptions& options) {
    if (const auto before = workflow::unfinishedTraining(store); before && !options.resume)
        session.console.remark("this gives up the training that was stopped after " + doneOf(*before) +
                               "; to go on with that one: train --resume");
    try {
        return workflow::train(store, session.engine(), options.train, options.resume, session.console);
    } catch (const Cancelled&) {
        if (const auto left = workflow::unfinishedTraining(store))
            session.console.remark(doneOf(*left) + " are done; go on with: train --resume");
        throw;
    }
}

void runTrain(Session& session, const TrainOptions& options) {
    const auto store = session.open(options.project);
    const auto outcome = train(session, *store, options);
    for (const auto& note : outcome.notes) session.console.remark(note);
    const auto& model = outcome.model;
    session.console.result({{"model", model.hash},
                            {"iterations", model.iterations},
                            {"loss", model.loss},
                            {"method", model.method},
                            {"encoder", model.encoder},
                            {"file", outcome.file.string()},
                            {"device", outcome.result.device},
                            {"seconds_per_iteration", outcome.result.secondsPerIteration},
                            {"notes", outcome.notes}});
    session.console.say("model " + shortHash(model.hash) + ": " + model.method + " with " + model.encoder + ", " +
                        counted(model.iterations, "iteration") + " on " + outcome.result.device + " (" +
                        duration(outcome.result.secondsPerIteration) + " each), loss " + fixed(model.loss, 4));
}

}  // namespace

void addTrain(CLI::App& app, Session& session) {
    addCommand<TrainOptions>(
        app, session, "train", "Train a model on the project's volumes, without labels or with those that are finished",
        "train heart.plb --seconds 600 --device auto",
        [](CLI::App& command, TrainOptions& options) {
            addProject(command, options.project);
            addTrainOptions(command, options.train);
            addRepeated(command, "--volume", options.train.volumes, "Learn from these volumes only (all)")
                ->type_name("NAME");
            command
                .add_option("--label-share", options.train.labelShare,
                            "Share of the training steps that learn from the drawn and accepted labels, 0 to 1 (0)")
                ->check(CLI::Range(0.0, 1.0));
            command.add_flag("--resume", options.resume, "Go on with the training that was stopped");
        },
        [&session](const TrainOptions& options) { runTrain(session, options); });
}

}  // namespace protolabel::cli
