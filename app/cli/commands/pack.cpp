#include "core/workflow/pack.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

struct PackOptions {
    workflow::PackOptions pack;
    std::string out;
    bool force = false;
};

void runPack(Session& session, const PackOptions& options) {
    if (!options.force) workflow::refuseToReplace({options.out});
    const auto outcome = workflow::writePack(session.engine(), options.pack, options.out, session.console);
    session.console.result(
        {{"path", options.out}, {"volumes", outcome.volumes}, {"slices", outcome.slices}, {"bytes", outcome.bytes}});
    session.console.say(options.out + ": " + counted(outcome.volumes, "volume") + ", " +
                        counted(outcome.slices, "slice") + ", " + fixed(static_cast<double>(outcome.bytes) / 1e6, 1) +
                        " MB");
}

}  // namespace

void addPack(CLI::App& app, Session& session) {
    addCommand<PackOptions>(
        app, session, "pack", "Write scans with expert labels as one file, for a machine that has only the worker",
        "pack --images scans --labels scans scans.plpack",
        [](CLI::App& command, PackOptions& options) {
            command.add_option("--images", options.pack.images, "Folder of image_N")->required()->type_name("DIR");
            command.add_option("--labels", options.pack.labels, "Folder of label_N, on the images' grids")
                ->required()
                ->type_name("DIR");
            command.add_option("--supervoxels", options.pack.supervoxels, "Folder of supervoxels_N (computed)")
                ->type_name("DIR");
            addMinimumSize(command, options.pack.minimumSize);
            command.add_option("out", options.out, "File to write")->required()->type_name("OUT.plpack");
            addForce(command, options.force);
        },
        [&session](const PackOptions& options) { runPack(session, options); });
}

}  // namespace protolabel::cli
