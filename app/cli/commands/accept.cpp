#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/acceptance.h"

namespace protolabel::cli {

namespace {

struct AcceptOptions {
    std::string project;
    workflow::AcceptOptions accept;
};

void runAccept(Session& session, const AcceptOptions& options) {
    const auto store = session.open(options.project);
    const auto outcome = workflow::accept(*store, options.accept);
    session.console.result({{"accepted", outcome.slices},
                            {"voxels", outcome.voxels},
                            {"conflicts", outcome.conflicts},
                            {"left", outcome.left}});
    session.console.say("accepted " + counted(outcome.slices, "proposal") + ", " + counted(outcome.voxels, "voxel"));
    if (outcome.conflicts > 0)
        session.console.remark(counted(outcome.conflicts, "voxel") +
                               " not taken: annotated already, or of a locked label");
    if (outcome.left > 0)
        session.console.remark(counted(outcome.left, "proposal") + " below the confidence stay proposals");
}

}  // namespace

void addAccept(CLI::App& app, Session& session) {
    addCommand<AcceptOptions>(
        app, session, "accept", "Make proposals part of the annotation; nothing that was drawn is overwritten",
        "accept heart.plb --label myocardium --min-confidence 0.8",
        [](CLI::App& command, AcceptOptions& options) {
            auto& accept = options.accept;
            addProject(command, options.project);
            addRepeated(command, "--label", accept.labels, "Only this label, by name or id; repeat for more");
            addRepeated(command, "--volume", accept.volumes, "Only this volume; repeat for more");
            command.add_option("--min-confidence", accept.minConfidence, "Leave proposals below this, 0 to 1")
                ->check(CLI::Range(0.0, 1.0))
                ->capture_default_str();
        },
        [&session](const AcceptOptions& options) { runAccept(session, options); });
}

}  // namespace protolabel::cli
