#include "core/workflow/statistics.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/activity.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

struct StatisticsOptions {
    std::string project, csv;
    std::vector<std::string> volumes;
};
struct ActivityOptions {
    std::string project, csv;
};

void addCsv(CLI::App& command, std::string& file) {
    command.add_option("--csv", file, "Write the table to this file")->type_name("FILE.csv");
}

void writeCsv(Console& console, const std::string& file, const std::string& table) {
    if (file.empty()) return;
    workflow::writeFile(file, std::string_view(table));
    console.say("wrote " + file);
}

void runStatistics(Session& session, const StatisticsOptions& options) {
    const auto store = session.open(options.project, storage::Access::ReadOnly);
    const auto outcome = workflow::measureLabels(*store, options.volumes, session.console);
    auto list = nlohmann::json::array();
    for (const auto& row : outcome.rows) {
        session.console.say(row.volume + ", " + row.labelName + ": " + counted(row.slices, "slice") + ", " +
                            counted(row.voxels, "voxel") + ", " + fixed(row.ml, 2) + " ml, mean " + fixed(row.mean, 1) +
                            ", sd " + fixed(row.sd, 1) + ", from " + fixed(row.min, 1) + " to " + fixed(row.max, 1));
        list.push_back({{"volume", row.volume},
                        {"label", row.labelName},
                        {"label_id", row.label.value},
                        {"slices", row.slices},
                        {"voxels", row.voxels},
                        {"ml", row.ml},
                        {"mean", row.mean},
                        {"sd", row.sd},
                        {"min", row.min},
                        {"max", row.max}});
    }
    if (outcome.rows.empty()) session.console.say("nothing is annotated yet");
    for (const auto& note : outcome.notes) session.console.remark(note);
    writeCsv(session.console, options.csv, workflow::statisticsCsv(outcome.rows));
    session.console.result({{"statistics", list}, {"notes", outcome.notes}});
}

void runActivity(Session& session, const ActivityOptions& options) {
    const auto activity = workflow::activityOf(*session.open(options.project, storage::Access::ReadOnly));
    auto list = nlohmann::json::array();
    for (const auto& row : activity) {
        std::string line = row.author + ", " + row.tool;
        if (!row.volume.empty()) line += ", " + row.volume;
        if (!row.label.empty()) line += ", " + row.label;
        line += ": " + counted(row.edits, "edit") + ", " + duration(row.activeSeconds);
        if (row.acceptedSlices > 0) line += ", " + counted(row.acceptedSlices, "slice") + " accepted";
        session.console.say(line);
        list.push_back({{"author", row.author},
                        {"tool", row.tool},
                        {"volume", row.volume},
                        {"label", row.label},
                        {"active_seconds", row.activeSeconds},
                        {"edits", row.edits},
                        {"accepted_slices", row.acceptedSlices}});
    }
    if (activity.empty()) session.console.say("nothing was done yet");
    writeCsv(session.console, options.csv, workflow::activityCsv(activity));
    session.console.result({{"activity", list}});
}

}  // namespace

void addStatistics(CLI::App& app, Session& session) {
    addCommand<StatisticsOptions>(
        app, session, "statistics", "Volumes and intensities of what is annotated",
        "statistics heart.plb --csv heart.csv",
        [](CLI::App& command, StatisticsOptions& options) {
            addProject(command, options.project);
            addRepeated(command, "--volume", options.volumes, "Only this volume; repeat for more")->type_name("V");
            addCsv(command, options.csv);
        },
        [&session](const StatisticsOptions& options) { runStatistics(session, options); });
    addCommand<ActivityOptions>(
        app, session, "activity", "Who worked how long with what", "activity heart.plb --csv times.csv",
        [](CLI::App& command, ActivityOptions& options) {
            addProject(command, options.project);
            addCsv(command, options.csv);
        },
        [&session](const ActivityOptions& options) { runActivity(session, options); });
}

}  // namespace protolabel::cli
