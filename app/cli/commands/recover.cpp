#include "storage/recovery.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct RecoverOptions {
    std::string project;
    std::string out;
};

void runRecover(Session& session, const RecoverOptions& options) {
    const auto recovered = storage::recoverProject(options.project, options.out);
    session.console.say(options.out + ": " + storage::describe(recovered));
    session.console.result({{"file", options.out},
                            {"volumes", recovered.volumes},
                            {"labels", recovered.labels},
                            {"slices", recovered.slices},
                            {"supports", recovered.supports},
                            {"proposals", recovered.proposals},
                            {"models", recovered.models},
                            {"dropped", recovered.dropped}});
}

}  // namespace

void addRecover(CLI::App& app, Session& session) {
    addCommand<RecoverOptions>(
        app, session, "recover", "Copy what can be read of a damaged project into a new one",
        "recover broken.plb rescued.plb",
        [](CLI::App& command, RecoverOptions& options) {
            addProject(command, options.project);
            command.add_option("out", options.out, "The new project; undo history is not carried over")
                ->required()
                ->type_name("OUT.plb");
        },
        [&session](const RecoverOptions& options) { runRecover(session, options); });
}

}  // namespace protolabel::cli
