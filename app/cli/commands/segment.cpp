#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/one_shot.h"

namespace protolabel::cli {

namespace {

void run(Session& session, const workflow::SegmentOptions& options) {
    if (options.trains())
        session.console.note(
            "training on the given images first, " +
            (options.training.iterations > 0
                 ? counted(options.training.iterations, "iteration")
                 : "for about " + duration(options.training.seconds.value_or(workflow::kOneShotSeconds))));
    const auto outcome = workflow::segment(session.engine(), options, session.console);
    for (const auto& note : outcome.notes) session.console.remark(note);
    const auto tuning = reportTuning(session.console, outcome.method, outcome.tuned, {});
    const auto files = reportFiles(session.console, outcome.files);
    session.console.result({{"files", files},
                            {"tuning", tuning},
                            {"model", outcome.model},
                            {"notes", outcome.notes},
                            {"device", outcome.totals.device}});
}

}  // namespace

void addSegment(CLI::App& app, Session& session) {
    addCommand<workflow::SegmentOptions>(
        app, session, "segment", "Segment images by the masks of others, without a project",
        "segment --support-image a.nii.gz --support-mask a_mask.nii.gz --query b.nii.gz c.nii.gz --out masks",
        [](CLI::App& command, workflow::SegmentOptions& options) {
            addRepeated(command, "--support-image", options.supportImages, "Image that is annotated; repeat for more")
                ->required();
            addRepeated(command, "--support-mask", options.supportMasks, "Its mask, one for each image")->required();
            command.add_option("--value", options.values, "Values of the mask to segment (all)")
                ->check(CLI::Range(1, 65535));
            command
                .add_option("--slices", options.slices,
                            "Slices of the support images to learn from: 12,15,20-24 or all")
                ->capture_default_str();
            command.add_option("--query", options.queries, "Images to segment")->required()->type_name("Q...");
            command.add_option("--out", options.out, "Folder for the masks")->required()->type_name("DIR");
            command
                .add_option(
                    "--weights", options.weights,
                    "Model, PyTorch checkpoint or safetensors (the model that comes with the program; with --seconds, "
                    "--iterations, --method, --encoder or --init one is trained on the given images first)")
                ->type_name("FILE");
            command.add_option("--shots", options.shots, "Supports per slice, the nearest in relative position")
                ->check(CLI::Range(1, 1000))
                ->capture_default_str();
            command.add_option("--threshold", options.changes.threshold,
                               "t of the threshold background (as learned, about -10)");
            addTuning(command, options.tuning);
            addRange(command, options.range);
            addSnap(command, options.snap);
            command.add_flag("--largest", options.largest,
                             "Keep only the largest connected object per image and value");
            command.add_flag("--resample", options.resample, "Take masks on another grid (nearest neighbour)");
            addTrainOptions(command, options.training);
        },
        [&session](const workflow::SegmentOptions& given) {
            auto options = given;
            // With a finished model these are prediction options; a model trained here has them from the start.
            const auto threshold = options.changes.threshold;
            options.changes = options.training.changes();
            options.changes.threshold = threshold;
            run(session, options);
        });
}

}  // namespace protolabel::cli
