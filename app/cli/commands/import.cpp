#include "core/workflow/import.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct ImportOptions {
    std::string project;
    std::vector<std::string> paths;
    workflow::ImportOptions import;
};

void runImport(Session& session, const ImportOptions& options) {
    const auto store = session.open(options.project);
    const std::vector<std::filesystem::path> paths(options.paths.begin(), options.paths.end());
    const auto outcome = workflow::importVolumes(*store, paths, options.import, session.console);
    auto list = nlohmann::json::array();
    for (const auto& volume : outcome.volumes) {
        list.push_back({{"name", volume.name}, {"path", volume.path.string()}, {"notes", volume.notes}});
        session.console.say(volume.name);
        for (const auto& note : volume.notes) session.console.remark(volume.name + ": " + note);
    }
    for (const auto& skipped : outcome.skipped) session.console.note("skipped: " + skipped);
    session.console.result({{"volumes", list}, {"skipped", outcome.skipped}});
}

}  // namespace

void addImport(CLI::App& app, Session& session) {
    addCommand<ImportOptions>(
        app, session, "import", "Add images to a project; prints the names of the new volumes",
        "import heart.plb scans/*.nii.gz dicom/patient_7 --recursive",
        [](CLI::App& command, ImportOptions& options) {
            addProject(command, options.project);
            command.add_option("paths", options.paths, "NIfTI, NRRD or MetaImage files, DICOM folders")
                ->required()
                ->type_name("PATH...");
            command.add_flag("--recursive,-r", options.import.recursive,
                             "Search folders and everything below them; skip what is no image");
        },
        [&session](const ImportOptions& options) { runImport(session, options); });
}

}  // namespace protolabel::cli
