#include "core/workflow/annotate.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct AnnotateOptions {
    std::string project;
    workflow::AnnotateOptions annotate;
};

void runAnnotate(Session& session, const AnnotateOptions& options) {
    const auto store = session.open(options.project);
    const auto outcome = workflow::annotate(*store, options.annotate, session.console);
    session.console.result({{"volume", options.annotate.volume},
                            {"label", options.annotate.label},
                            {"value", outcome.value},
                            {"slices", outcome.slices},
                            {"supports", outcome.supports},
                            {"voxels", outcome.voxels},
                            {"conflicts", outcome.conflicts}});
    session.console.say(options.annotate.label + " on " +
                        counted(static_cast<std::int64_t>(outcome.slices.size()), "slice") + " of " +
                        options.annotate.volume + ": " + counted(outcome.voxels, "voxel"));
    if (options.annotate.support)
        session.console.say(counted(static_cast<std::int64_t>(outcome.supports.size()), "slice") +
                            " marked as support");
    if (outcome.voxels == 0)
        session.console.remark("nothing was drawn: the mask shows nothing of it on these slices that is not " +
                               options.annotate.label + " already");
    if (outcome.conflicts > 0)
        session.console.remark(counted(outcome.conflicts, "voxel") +
                               " of the mask kept another label that was there before");
}

}  // namespace

void addAnnotate(CLI::App& app, Session& session) {
    addCommand<AnnotateOptions>(
        app, session, "annotate", "Draw a mask from a file as one label of a volume",
        "annotate heart.plb --volume scan_1 --from scan_1_mask.nii.gz --label myocardium --slices 5,8,11 --support",
        [](CLI::App& command, AnnotateOptions& options) {
            auto& annotate = options.annotate;
            addProject(command, options.project);
            command.add_option("--volume", annotate.volume, "Volume to draw on, by name")->required();
            command.add_option("--from", annotate.mask, "Image of integers on the volume's grid")
                ->required()
                ->type_name("MASK");
            command.add_option("--label", annotate.label, "Label to draw, by name or id")->required();
            auto* slices =
                command
                    .add_option(
                        "--slices", annotate.slices,
                        "Slices along the slice axis, the first is 0: 12,15,20-24; all: where the mask has the value")
                    ->capture_default_str();
            command
                .add_option("--value", annotate.value,
                            "Value of the mask that means the label; by default the label's id, else the only value")
                ->check(CLI::Range(1, 65535));
            command.add_flag("--support", annotate.support, "The model learns from these slices");
            command.add_flag("--replace-others", annotate.replaceOthers,
                             "Draw over other labels, unless they are locked; without it they stay");
            command
                .add_flag("--complete", annotate.complete,
                          "The mask shows the whole object: slices without it are known to be empty, which tuning uses")
                ->excludes(slices);
            command.add_flag("--resample", annotate.resample, "Take a mask on another grid (nearest neighbour)");
        },
        [&session](const AnnotateOptions& options) { runAnnotate(session, options); });
}

}  // namespace protolabel::cli
