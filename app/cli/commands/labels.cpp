#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/base/error.h"
#include "core/workflow/label_import.h"
#include "core/workflow/label_presets.h"
#include "core/workflow/label_table_reader.h"

namespace protolabel::cli {

namespace {

struct LabelsImportOptions {
    std::string project, file, preset;
    bool rename = false;
};
struct LabelsExportOptions {
    std::string project, file;
};
struct PresetsOptions {};

nlohmann::json listOf(const std::vector<labels::Label>& labels) {
    auto list = nlohmann::json::array();
    for (const auto& label : labels) list.push_back(toJson(label));
    return list;
}

const workflow::LabelPreset& presetNamed(const std::string& name) {
    const auto& all = workflow::labelPresets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& preset) { return preset.name == name; });
    if (found == all.end())
        throw Error("labels.preset", "there is no label preset \"{0}\"; see them with: labels presets", {name});
    return *found;
}

void runImport(Session& session, const LabelsImportOptions& options) {
    workflow::LabelTable table;
    if (options.preset.empty())
        table = workflow::readLabelTable(options.file);
    else
        table.labels = presetNamed(options.preset).labels;
    const auto store = session.open(options.project);
    const auto outcome = workflow::importLabels(
        *store, table.labels, options.rename ? workflow::Renaming::Allow : workflow::Renaming::Refuse);
    for (const auto& note : table.notes) session.console.remark(note);
    for (const auto& name : outcome.added) session.console.say("added " + name);
    for (const auto& change : outcome.changed) session.console.say("changed: " + change);
    if (outcome.added.empty() && outcome.changed.empty()) session.console.say("the project has these labels already");
    session.console.result({{"added", outcome.added},
                            {"changed", outcome.changed},
                            {"labels", listOf(store->labels())},
                            {"notes", table.notes}});
}

void runExport(Session& session, const LabelsExportOptions& options) {
    const auto labels = session.open(options.project, storage::Access::ReadOnly)->labels();
    const auto format = workflow::labelTableFormatOf(options.file);
    workflow::writeLabelTable(labels, format, options.file);
    session.console.say("wrote " + counted(static_cast<std::int64_t>(labels.size()), "label") + " to " + options.file +
                        " as " + std::string(workflow::toString(format)));
    session.console.result(
        {{"file", options.file}, {"format", std::string(workflow::toString(format))}, {"labels", listOf(labels)}});
}

void runPresets(Session& session) {
    auto list = nlohmann::json::array();
    for (const auto& preset : workflow::labelPresets()) {
        std::string names;
        for (const auto& label : preset.labels) names += (names.empty() ? "" : ", ") + label.name;
        session.console.say(preset.name + " (" + preset.about + "): " + names);
        list.push_back({{"name", preset.name}, {"about", preset.about}, {"labels", listOf(preset.labels)}});
    }
    session.console.result({{"presets", list}});
}

}  // namespace

void addLabels(CLI::App& app, Session& session) {
    auto* labels = app.add_subcommand("labels", "Bring label tables in, take them out, see the presets");
    labels->require_subcommand(1);
    labels->fallthrough();
    addCommand<LabelsImportOptions>(
        *labels, session, "import", "Take labels from a table of ITK-SNAP, 3D Slicer or nnU-Net, or from a preset",
        "labels import heart.plb labels.txt",
        [](CLI::App& command, LabelsImportOptions& options) {
            addProject(command, options.project);
            auto* sources = command.add_option_group("source", "Where the labels come from");
            sources->add_option("file", options.file, "Table; its content tells the format")->type_name("FILE");
            sources->add_option("--preset", options.preset, "One of those of: labels presets")->type_name("NAME");
            sources->require_option(1);
            command.add_flag("--rename", options.rename, "Labels of the project may get the names of the table");
        },
        [&session](const LabelsImportOptions& options) { runImport(session, options); });
    addCommand<LabelsExportOptions>(
        *labels, session, "export", "Write the label table", "labels export heart.plb labels.txt",
        [](CLI::App& command, LabelsExportOptions& options) {
            addProject(command, options.project);
            command
                .add_option("file", options.file,
                            "ITK-SNAP's .txt, 3D Slicer's .ctbl, nnU-Net's dataset.json, or another .json")
                ->required()
                ->type_name("FILE");
        },
        [&session](const LabelsExportOptions& options) { runExport(session, options); });
    addCommand<PresetsOptions>(
        *labels, session, "presets", "The label presets that come with the program", "labels presets",
        [](CLI::App&, PresetsOptions&) {}, [&session](const PresetsOptions&) { runPresets(session); });
}

}  // namespace protolabel::cli
