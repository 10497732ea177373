#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/effort_report.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;

struct EffortOptions {
    workflow::EffortOptions effort;
    std::vector<std::string> arms;
    std::filesystem::path csv, plot, blend;
};

void print(Console& console, const workflow::EffortOutcome& outcome) {
    console.say("slices to draw until the volume's Dice reaches 0.90 / 0.95 (means over volumes):");
    std::string titles = inColumn("", 28);
    for (const int label : outcome.classes) titles += inColumn("label " + std::to_string(label), 15);
    console.say(titles + inColumn("mean", 15));
    const auto cell = [&](workflow::EffortArm arm, int label) {
        return inColumn(
            fixed(outcome.meanNeeded(arm, 0, label), 2) + " / " + fixed(outcome.meanNeeded(arm, 1, label), 2), 15);
    };
    for (const auto arm : outcome.arms) {
        const auto title = workflow::titleOf(arm);
        std::string line = title + std::string(28 - std::min<std::size_t>(27, title.size()), ' ');
        for (const int label : outcome.classes) line += cell(arm, label);
        console.say(line + cell(arm, 0));
    }
}

json toJson(const workflow::EffortOutcome& outcome) {
    json arms = json::array(), rows = json::array();
    for (const auto arm : outcome.arms) {
        json labels = json::object();
        for (const int label : outcome.classes)
            labels[std::to_string(label)] = {{"slices_90", outcome.meanNeeded(arm, 0, label)},
                                             {"slices_95", outcome.meanNeeded(arm, 1, label)}};
        arms.push_back({{"arm", workflow::toString(arm)},
                        {"slices_90", outcome.meanNeeded(arm, 0)},
                        {"slices_95", outcome.meanNeeded(arm, 1)},
                        {"labels", labels}});
    }
    for (const auto& row : outcome.rows)
        rows.push_back({{"volume", row.volume},
                        {"label", row.label},
                        {"arm", workflow::toString(row.arm)},
                        {"slices_90", row.needed[0]},
                        {"slices_95", row.needed[1]},
                        {"slices", row.slices},
                        {"dice", row.dice}});
    return {{"arms", arms}, {"rows", rows}};
}

void runEffort(Session& session, const EffortOptions& given) {
    auto options = given.effort;
    // Before the work rather than after it.
    requirePlaces({given.csv, given.plot, given.blend});
    if (!given.blend.empty()) {
        const auto blend = workflow::learnBlend(session.engine(), options, session.console);
        std::string text;
        for (const float weight : blend.weights()) text += fixed(weight, 4) + "F,\n";
        workflow::writeFile(given.blend, text);
        session.console.say(given.blend.string() + " written");
        session.console.result({{"blend", given.blend.string()}});
        return;
    }
    if (!given.arms.empty()) {
        options.arms.clear();
        for (const auto arm : workflow::kEffortArms)
            if (std::find(given.arms.begin(), given.arms.end(), workflow::toString(arm)) != given.arms.end())
                options.arms.push_back(arm);
    }
    const auto outcome = workflow::measureEffort(session.engine(), options, session.console);
    if (!given.csv.empty()) workflow::writeCsv(outcome, given.csv);
    if (!given.plot.empty()) workflow::writePlot(outcome, given.plot);
    print(session.console, outcome);
    session.console.result(toJson(outcome));
}

}  // namespace

void addEffort(CLI::App& app, Session& session) {
    addCommand<EffortOptions>(
        app, session, "effort", "Count the slices that have to be drawn until volumes are good enough",
        "effort --images scans/ --labels experts/ --plot effort.png",
        [](CLI::App& command, EffortOptions& options) {
            auto& effort = options.effort;
            command.add_option("--images", effort.images, "Folder of image_N")->required()->type_name("DIR");
            command.add_option("--labels", effort.labels, "Folder of label_N, which the simulated annotator draws")
                ->required()
                ->type_name("DIR");
            addRepeated(command, "--class", effort.classes, "Only this value of the labels; repeat for more (all)");
            addRepeated(command, "--arm", options.arms, "Only this one; repeat for more (all)")
                ->check(CLI::IsMember({"interpolation", "within", "others", "everything"}));
            command
                .add_option("--parts", effort.parts,
                            "Parts the volumes are divided into; for those of one, the others' are finished")
                ->check(CLI::Range(2, 1000))
                ->capture_default_str();
            command.add_option("--model", effort.model, "Model file, or embedded")
                ->type_name("FILE")
                ->capture_default_str();
            command.add_option("--csv", options.csv, "Write every step as a table")->type_name("FILE");
            addPlot(command, options.plot, "Draw the result");
            command
                .add_option("--learn-blend", options.blend,
                            "Instead: learn how much each kind of evidence counts, and write its weights")
                ->type_name("FILE");
            addDevice(command, effort.device);
        },
        [&session](const EffortOptions& options) { runEffort(session, options); });
}

}  // namespace protolabel::cli
