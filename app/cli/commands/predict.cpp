#include "core/workflow/prediction.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct PredictOptions {
    std::string project;
    workflow::PredictOptions predict;
};

void runPredict(Session& session, const PredictOptions& options) {
    const auto store = session.open(options.project);
    const auto outcome = workflow::predict(*store, session.engine(), options.predict, session.console);
    for (const auto& note : outcome.notes) session.console.remark(note);
    const auto tuning = reportTuning(session.console, outcome.method, outcome.tuned, outcome.labelNames);
    auto finished = nlohmann::json::array();
    for (const auto& [label, volumes] : outcome.finished) {
        const auto& name = outcome.labelNames.at(label);
        finished.push_back({{"label", name}, {"volumes", volumes}});
        session.console.say(name + ": weighed with what " + std::to_string(volumes) + " finished volumes taught");
    }
    auto list = nlohmann::json::array();
    std::int64_t slices = 0;
    for (const auto& entry : outcome.proposals) {
        if (entry.slices.empty()) {
            session.console.note(entry.volume + ": no " + entry.label + " found");
            continue;
        }
        slices += static_cast<std::int64_t>(entry.slices.size());
        list.push_back({{"volume", entry.volume},
                        {"label", entry.label},
                        {"slices", entry.slices.size()},
                        {"slice_indices", entry.slices},
                        {"confidence", entry.confidence}});
        session.console.say(entry.volume + ": " + entry.label + " on " +
                            counted(static_cast<std::int64_t>(entry.slices.size()), "slice") + ", confidence " +
                            fixed(entry.confidence, 2));
    }
    const auto& totals = outcome.totals;
    session.console.result({{"model", outcome.model},
                            {"notes", outcome.notes},
                            {"proposals", list},
                            {"tuning", tuning},
                            {"finished", finished},
                            {"tune_seconds", outcome.tuned.seconds},
                            {"device", totals.device},
                            {"encoded_slices", totals.encodedSlices},
                            {"cached_slices", totals.cachedSlices},
                            {"encode_seconds", totals.encodeSeconds},
                            {"predict_seconds", totals.predictSeconds}});
    if (outcome.answered == 0) return;
    session.console.say(counted(slices, "proposal") + " by model " + shortHash(outcome.model) + " on " + totals.device +
                        "; encoding took " + duration(totals.encodeSeconds) + " for " +
                        counted(totals.encodedSlices, "slice") + " (" + std::to_string(totals.cachedSlices) +
                        " known before)");
}

}  // namespace

void addPredict(CLI::App& app, Session& session) {
    addCommand<PredictOptions>(
        app, session, "predict", "Propose labels on every slice where they are not annotated yet",
        "predict heart.plb --label myocardium --volume scan_2 --volume scan_3",
        [](CLI::App& command, PredictOptions& options) {
            auto& predict = options.predict;
            addProject(command, options.project);
            addRepeated(command, "--label", predict.labels,
                        "Only this label, by name or id; repeat for more (all with a support)");
            addRepeated(command, "--volume", predict.volumes, "Only this volume; repeat for more (all)");
            command.add_option("--model", predict.model,
                               "Start of a model's hash, or embedded (the one in use: model use)");
            addMethodChanges(command, predict.changes);
            addTuning(command, predict.tuning);
            command.add_option("--shots", predict.shots, "Supports per slice, the nearest in relative position")
                ->check(CLI::Range(1, 1000))
                ->capture_default_str();
            command.add_flag("--largest", predict.largest,
                             "Keep only the largest connected object per volume and label");
            command
                .add_option_function<std::string>(
                    "--refine",
                    [&predict](const std::string& text) {
                        predict.refine.blend = text == "on" || text == "blend";
                        predict.refine.clean = text == "on" || text == "clean";
                    },
                    "Where a label is drawn in a volume: blend scores with interpolation and grey values, clean "
                    "what does not hang together with it; on (both), blend, clean or off (on)")
                ->check(CLI::IsMember({"on", "blend", "clean", "off"}));
            addRange(command, predict.refine.range);
            addOnOff(
                command, "--finished", predict.finished,
                "Weigh the scores with what the project's finished volumes teach, where a label has three or more");
            addSnap(command, predict.refine.snap);
            addDevice(command, predict.device);
        },
        [&session](const PredictOptions& options) { runPredict(session, options); });
}

}  // namespace protolabel::cli
