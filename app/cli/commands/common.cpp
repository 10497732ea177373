#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

template <class Target>
void addBackground(CLI::App& command, Target& target) {
    command
        .add_option_function<std::string>(
            "--background", [&target](const std::string& text) { target.background = engine::backgroundFrom(text); },
            "How foreground is told from background")
        ->check(CLI::IsMember({"prototype", "threshold"}));
}

}  // namespace

CLI::Validator positiveNumber() {
    return CLI::Range(1, 1 << 30, "POSITIVE NUMBER");
}

void addDevice(CLI::App& command, std::string& device) {
    command.add_option("--device", device, "auto, cpu or cuda:N")
        ->check([](const std::string& text) {
            const bool cuda = text.rfind("cuda:", 0) == 0 && text.size() > 5 &&
                              text.find_first_not_of("0123456789", 5) == std::string::npos;
            return text == "auto" || text == "cpu" || cuda ? "" : "\"" + text + "\" is no device: auto, cpu or cuda:N";
        })
        ->capture_default_str();
}

void addTrainOptions(CLI::App& command, workflow::TrainOptions& options) {
    command.add_option("--method", options.method, "Few-shot method (sqpfnet)")
        ->check(CLI::IsMember({"sqpfnet", "adnet"}));
    command.add_option("--encoder", options.encoder, "Encoder (resnet101 on a GPU, else resnet18)")
        ->check(CLI::IsMember({"resnet18", "resnet34", "resnet50", "resnet101"}));
    command.add_option("--iterations", options.iterations, "Training steps; by default as many as fit into --seconds")
        ->check(positiveNumber());
    command.add_option("--seconds", options.seconds, "Time to train")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--seed", options.seed, "Equal seeds give equal models on the same machine (0)");
    command
        .add_option("--init", options.initial,
                    "What to start from: a model file, embedded (the model that comes with the program) or none; by "
                    "default embedded where its encoder is wanted")
        ->type_name("FILE");
    command
        .add_option("--min-size", options.minimumSize,
                    "Smallest supervoxel in voxels; by default from the size of the volume")
        ->check(positiveNumber());
    command.add_option("--alpha", options.alpha, "Weight of the support prototype, 0 to 1 (1)")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--regions", options.regions, "Regions the support is divided into (1)")
        ->check(CLI::Range(1, 1000));
    addBackground(command, options);
    addDevice(command, options.device);
}

void addMethodChanges(CLI::App& command, workflow::MethodChanges& changes) {
    command.add_option("--alpha", changes.alpha, "Weight of the support prototype, 0 to 1 (as trained)")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--regions", changes.regions, "Regions the support is divided into (as trained)")
        ->check(CLI::Range(1, 1000));
    addBackground(command, changes);
    command.add_option("--threshold", changes.threshold, "t of the threshold background (as learned, about -10)");
}

nlohmann::json reportFiles(Console& console, const std::vector<workflow::ExportedFile>& files) {
    auto list = nlohmann::json::array();
    for (const auto& file : files) {
        list.push_back({{"volume", file.volume},
                        {"path", file.path.string()},
                        {"verified", file.verified},
                        {"voxels", file.voxels}});
        console.say(file.path.string() + ": " + counted(file.voxels, "voxel") + ", verified");
    }
    return list;
}

}  // namespace protolabel::cli
