#include "core/workflow/supervoxels.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

struct SupervoxelsOptions {
    std::string image;
    std::string out;
    int minimumSize = 0;
    bool force = false;
};

void runSupervoxels(Session& session, const SupervoxelsOptions& options) {
    if (!options.force) workflow::refuseToReplace({options.out});
    const auto outcome =
        workflow::writeSupervoxels(session.engine(), options.image, options.out, options.minimumSize, session.console);
    for (const auto& note : outcome.notes) session.console.remark(note);
    session.console.result({{"path", outcome.file.string()},
                            {"count", outcome.count},
                            {"min_size", outcome.minimumSize},
                            {"notes", outcome.notes}});
    session.console.say(outcome.file.string() + ": " + counted(outcome.count, "supervoxel") + " of at least " +
                        counted(outcome.minimumSize, "voxel"));
}

}  // namespace

void addSupervoxels(CLI::App& app, Session& session) {
    addCommand<SupervoxelsOptions>(
        app, session, "supervoxels", "Write the supervoxels of an image as a label map",
        "supervoxels scan_1.nii.gz scan_1_supervoxels.nii.gz",
        [](CLI::App& command, SupervoxelsOptions& options) {
            command.add_option("image", options.image, "Image to cut")->required()->type_name("IMAGE");
            command.add_option("out", options.out, "Label map to write")->required()->type_name("OUT");
            addMinimumSize(command, options.minimumSize);
            addForce(command, options.force);
        },
        [&session](const SupervoxelsOptions& options) { runSupervoxels(session, options); });
}

}  // namespace protolabel::cli
