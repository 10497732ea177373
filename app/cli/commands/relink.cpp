#include "core/project/relink.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct RelinkOptions {
    std::string project;
    std::vector<std::string> folders;
};

void runRelink(Session& session, const RelinkOptions& options) {
    const auto store = session.open(options.project);
    const std::vector<std::filesystem::path> folders(options.folders.begin(), options.folders.end());
    const auto outcome = project::relink(*store, folders, session.console);
    for (const auto& name : outcome.found) session.console.say(name + ": found");
    for (const auto& name : outcome.changed)
        session.console.say(name + ": a file of this name is there, but it is another image; not taken");
    for (const auto& name : outcome.missing) session.console.say(name + ": still missing");
    if (outcome.found.empty() && outcome.changed.empty() && outcome.missing.empty())
        session.console.say("no image was missing");
    session.console.result({{"found", outcome.found}, {"changed", outcome.changed}, {"missing", outcome.missing}});
}

}  // namespace

void addRelink(CLI::App& app, Session& session) {
    addCommand<RelinkOptions>(
        app, session, "relink", "Find images again that were moved, by their names and contents",
        "relink heart.plb /data/scans",
        [](CLI::App& command, RelinkOptions& options) {
            addProject(command, options.project);
            command.add_option("folders", options.folders, "Folders to search, with everything below them")
                ->required()
                ->check(CLI::ExistingPath)
                ->type_name("FOLDER...");
        },
        [&session](const RelinkOptions& options) { runRelink(session, options); });
}

}  // namespace protolabel::cli
