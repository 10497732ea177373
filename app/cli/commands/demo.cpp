#include "core/workflow/demo.h"

#include <chrono>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

struct DemoOptions {
    std::string folder;
    std::optional<std::uint64_t> seed;
    workflow::DemoOptions demo;
    bool quick = false;
};

void printTable(Console& console, const workflow::DemoOutcome& outcome) {
    std::string head = inColumn("Dice %", 10);
    std::string means = inColumn("mean", 10);
    for (const auto& [label, mean] : outcome.means) {
        head += inColumn(label, 10);
        means += inColumn(fixed(mean, 1), 10);
    }
    console.say(head);
    for (const auto& row : outcome.rows) {
        std::string line = inColumn(row.volume, 10);
        for (const auto& [label, dice] : row.dice) line += inColumn(fixed(dice, 1), 10);
        console.say(line + (row.support ? "   (the volume that was drawn on; not in the means)" : ""));
    }
    console.say(means + inColumn(fixed(outcome.mean, 1), 10) + "   over all");
}

nlohmann::json toJson(const workflow::DemoOutcome& outcome, std::uint64_t seed, const std::string& project) {
    auto rows = nlohmann::json::array();
    for (const auto& row : outcome.rows)
        rows.push_back({{"volume", row.volume}, {"support", row.support}, {"dice", row.dice}});
    auto files = nlohmann::json::array();
    for (const auto& file : outcome.files) files.push_back({{"path", file.string()}, {"verified", true}});
    return {{"seed", seed},
            {"project", project},
            {"volumes", rows},
            {"means", outcome.means},
            {"mean_dice", outcome.mean},
            {"files", files},
            {"model", outcome.model},
            {"iterations", outcome.iterations},
            {"contact_sheet", outcome.contactSheet.string()}};
}

/// A second demonstration does not touch the first.
std::string freeFolder() {
    std::string name = "protolabel-demo";
    for (int n = 2; std::filesystem::exists(name); ++n) name = "protolabel-demo-" + std::to_string(n);
    return name;
}

void runDemo(Session& session, DemoOptions options) {
    if (options.quick) {
        options.demo.volumes = 2;
        options.demo.side = 64;
        if (options.demo.iterations == 0) options.demo.iterations = 4;
    }
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto seed = options.seed.value_or(
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count()));
    options.demo.seed = seed;
    session.console.say("seed " + std::to_string(seed) + " (--seed " + std::to_string(seed) +
                        " makes the same volumes again)");
    session.engine().hello();  // rather no demonstration than half of one
    const auto folder =
        std::filesystem::absolute(options.folder.empty() ? freeFolder() : options.folder).lexically_normal();
    workflow::makeFolder(folder);
    const auto store = storage::createProject(folder / "demo.plb");
    const auto outcome = workflow::runDemo(*store, session.engine(), folder, options.demo, session.console,
                                           [&](const std::string& line) { session.console.say(line); });
    printTable(session.console, outcome);
    session.console.say("masks: " + (folder / "export").string());
    session.console.say("pictures (truth outlined, result filled): " + outcome.contactSheet.string());
    session.console.result(toJson(outcome, seed, store->file().string()));
}

}  // namespace

void addDemo(CLI::App& app, Session& session) {
    addCommand<DemoOptions>(
        app, session, "demo", "The whole job on made-up volumes, compared with the truth", "demo my-demo --seconds 180",
        [](CLI::App& command, DemoOptions& options) {
            command
                .add_option("folder", options.folder,
                            "New folder for images, project and results (protolabel-demo, -2, -3, ...)")
                ->type_name("DIR");
            command.add_option("--seed", options.seed, "Which volumes to make (from the clock)");
            command.add_option("--volumes", options.demo.volumes, "How many")
                ->check(CLI::Range(2, 1000))
                ->capture_default_str();
            command.add_option("--seconds", options.demo.seconds, "Time to train")
                ->check(positiveSeconds())
                ->capture_default_str();
            command.add_option("--iterations", options.demo.iterations, "Training steps instead of a time")
                ->check(positiveNumber());
            command.add_flag("--quick", options.quick,
                             "Two tiny volumes and hardly any training: a test that everything runs");
            addDevice(command, options.demo.device);
        },
        [&session](const DemoOptions& options) { runDemo(session, options); });
}

}  // namespace protolabel::cli
