#include "core/workflow/comparison.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;

struct CompareOptions {
    std::vector<std::string> projects, volumes;
    std::string csv;
};

json orNull(const std::optional<double>& value) {
    return value ? json(*value) : json();
}

std::string orDash(const std::optional<double>& value) {
    return value ? fixed(*value, 2) : "-";
}

/// Percent and mm, as everywhere.
json toJson(const workflow::AgreementRow& row) {
    const auto& [overlap, distances, firstMl, secondMl] = row.agreement;
    return {{"volume", row.volume},
            {"label", row.labelName},
            {"label_id", row.label.value},
            {"dice", 100 * overlap.dice()},
            {"jaccard", 100 * overlap.jaccard()},
            {"hd95_mm", distances ? json(distances->hd95) : json()},
            {"assd_mm", distances ? json(distances->average) : json()},
            {"first_voxels", overlap.first},
            {"second_voxels", overlap.second},
            {"common_voxels", overlap.both},
            {"first_ml", firstMl},
            {"second_ml", secondMl}};
}

json toJson(const workflow::AgreementSummary& summary) {
    return {{"label", summary.labelName},
            {"label_id", summary.label.value},
            {"volumes", summary.volumes},
            {"volumes_with_distance", summary.withDistance},
            {"mean_dice", 100 * summary.dice},
            {"sd_dice", 100 * summary.diceSd},
            {"mean_hd95_mm", orNull(summary.hd95)},
            {"mean_assd_mm", orNull(summary.averageDistance)},
            {"mean_volume_difference_ml", summary.differenceMl}};
}

void print(Console& console, const workflow::AgreementSummary& summary) {
    console.say(
        "  " + summary.labelName + ": Dice " + fixed(100 * summary.dice, 1) + " (sd " + fixed(100 * summary.diceSd, 1) +
        "), HD95 " + orDash(summary.hd95) + " mm, ASSD " + orDash(summary.averageDistance) + " mm, volume " +
        (summary.differenceMl > 0 ? "+" : "") + fixed(summary.differenceMl, 2) + " ml, on " +
        counted(summary.volumes, "volume") +
        (summary.withDistance < summary.volumes ? " (distances on " + std::to_string(summary.withDistance) + ")" : ""));
}

void print(Console& console, const workflow::AgreementRow& row) {
    const auto& [overlap, distances, firstMl, secondMl] = row.agreement;
    console.say("    " + row.volume + ", " + row.labelName + ": Dice " + fixed(100 * overlap.dice(), 1) + ", HD95 " +
                (distances ? fixed(distances->hd95, 2) : "-") + " mm, ASSD " +
                (distances ? fixed(distances->average, 2) : "-") + " mm, " + fixed(firstMl, 2) + " and " +
                fixed(secondMl, 2) + " ml");
}

void runCompare(Session& session, const CompareOptions& options) {
    const auto open = openToRead(session, options.projects);
    if (!options.csv.empty()) workflow::requirePlace(options.csv);
    const auto pairs = workflow::compareProjects(open.projects, options.volumes, session.console);
    auto list = json::array();
    for (const auto& pair : pairs) {
        json entry{
            {"first", pair.first}, {"second", pair.second}, {"labels", json::array()}, {"volumes", json::array()}};
        session.console.say(pair.second + " against " + pair.first);
        for (const auto& summary : workflow::summarise(pair.rows)) {
            print(session.console, summary);
            entry["labels"].push_back(toJson(summary));
        }
        for (const auto& row : pair.rows) {
            print(session.console, row);
            entry["volumes"].push_back(toJson(row));
        }
        entry["notes"] = reportNotes(session.console, pair.notes);
        list.push_back(std::move(entry));
    }
    if (!options.csv.empty()) {
        workflow::writeFile(options.csv, std::string_view(workflow::comparisonCsv(pairs)));
        session.console.say("wrote " + options.csv);
    }
    session.console.result({{"pairs", list}});
}

}  // namespace

void addCompare(CLI::App& app, Session& session) {
    addCommand<CompareOptions>(
        app, session, "compare", "How far annotators of the same volumes agree; only reads the projects",
        "compare anna.plb ben.plb --csv agreement.csv",
        [](CLI::App& command, CompareOptions& options) {
            command.add_option("projects", options.projects, "Two or more projects of the same volumes")
                ->required()
                ->expected(2, 1000)
                ->type_name("A.plb B.plb");
            addRepeated(command, "--volume", options.volumes, "Only this volume; repeat for more")->type_name("V");
            command.add_option("--csv", options.csv, "Write a table of all volumes to this file")
                ->type_name("FILE.csv");
        },
        [&session](const CompareOptions& options) { runCompare(session, options); });
}

}  // namespace protolabel::cli
