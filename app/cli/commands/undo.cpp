#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct UndoOptions {
    std::string project;
};

void report(Session& session, const std::string& did, const std::optional<project::EditRecord>& edit) {
    session.console.result({{"edit", edit ? nlohmann::json(edit->info.name) : nlohmann::json()}});
    session.console.say(edit ? did + ": " + edit->info.name : "there is nothing to do");
}

}  // namespace

void addUndo(CLI::App& app, Session& session) {
    const auto declare = [](CLI::App& command, UndoOptions& options) { addProject(command, options.project); };
    addCommand<UndoOptions>(
        app, session, "undo", "Take the last edit back", "undo heart.plb", declare,
        [&session](const UndoOptions& options) { report(session, "undone", session.open(options.project)->undo()); });
    addCommand<UndoOptions>(
        app, session, "redo", "Make the last undone edit again", "redo heart.plb", declare,
        [&session](const UndoOptions& options) { report(session, "redone", session.open(options.project)->redo()); });
}

}  // namespace protolabel::cli
