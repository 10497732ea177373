#include "app/cli/commands/common.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "core/workflow/files.h"
#include "core/workflow/model_library.h"
#include "core/workflow/option_text.h"

namespace protolabel::cli {

namespace {

template <class Target>
void addBackground(CLI::App& command, Target& target) {
    command
        .add_option_function<std::string>(
            "--background", [&target](const std::string& text) { target.background = engine::backgroundFrom(text); },
            "How foreground is told from background")
        ->check(CLI::IsMember({"prototype", "threshold", "cells"}));
}

/// Q-Net's.
template <class Target>
void addRefinement(CLI::App& command, Target& target) {
    command.add_option("--refinement-steps", target.refinementSteps, "qnet: steps that fit a prototype to a slice (7)")
        ->check(CLI::Range(0, 1000));
    command.add_option("--fine-weight", target.fineWeight, "qnet: weight of the finer features (0.9; setting 2: 0.6)")
        ->check(CLI::Range(0.0, 1.0));
}

}  // namespace

CLI::Validator positiveNumber() {
    return CLI::Range(1, 1 << 30, "POSITIVE NUMBER");
}

CLI::Validator pngFile() {
    return {[](std::string& file) {
                auto ending = std::filesystem::path(file).extension().string();
                std::transform(ending.begin(), ending.end(), ending.begin(),
                               [](unsigned char c) { return std::tolower(c); });
                return ending == ".png" ? "" : "\"" + file + "\" has another ending than .png, and plots are PNG files";
            },
            ""};
}

CLI::Validator positiveSeconds() {
    return {[](std::string& text) {
                double seconds = 0;
                const bool number = CLI::detail::lexical_cast(text, seconds);
                return number && seconds > 0 && seconds <= 1e8 ? "" : "\"" + text + "\" is no number of seconds";
            },
            "SECONDS"};
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
    addMethod(command, options.method, "Few-shot method (sqpfnet)");
    addEncoder(command, options.encoder, "Encoder (resnet101 on a GPU, else resnet18)");
    auto* iterations =
        command
            .add_option("--iterations", options.iterations, "Training steps; by default as many as fit into --seconds")
            ->check(positiveNumber());
    command.add_option("--seconds", options.seconds, "Time to train (600; segment: 150)")
        ->check(positiveSeconds())
        ->excludes(iterations);
    command.add_option("--seed", options.seed, "Equal seeds give equal models on the same machine (0)");
    command
        .add_option(
            "--init", options.initial,
            "Weights to start from: a model, a PyTorch checkpoint or safetensors, embedded (the model that comes "
            "with the program) or none; by default embedded where its encoder is wanted")
        ->type_name("FILE");
    addMinimumSize(command, options.minimumSize);
    command.add_option("--alpha", options.alpha, "Weight of the support prototype, 0 to 1 (1)")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--regions", options.regions, "Regions the support is divided into (1)")
        ->check(CLI::Range(1, 1000));
    addBackground(command, options);
    addRefinement(command, options);
    addDevice(command, options.device);
}

void addMethodChanges(CLI::App& command, workflow::MethodChanges& changes) {
    command.add_option("--alpha", changes.alpha, "Weight of the support prototype, 0 to 1 (as trained)")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--regions", changes.regions, "Regions the support is divided into (as trained)")
        ->check(CLI::Range(1, 1000));
    addBackground(command, changes);
    command.add_option("--threshold", changes.threshold, "t of the threshold background (as learned, about -10)");
    addRefinement(command, changes);
}

void addOnOff(CLI::App& command, const std::string& name, bool& value, const std::string& text) {
    command
        .add_option_function<std::string>(
            name, [&value](const std::string& given) { value = given == "on"; }, text + " (on)")
        ->check(CLI::IsMember({"on", "off"}));
}

void addTuning(CLI::App& command, bool& tuning) {
    addOnOff(command, "--tune", tuning,
             "Find out the options of each label on its known slices; off when an option is given");
}

void addRange(CLI::App& command, bool& range) {
    addOnOff(command, "--range", range,
             "Where a label is drawn in other volumes only, find out which slices correspond to theirs and where the "
             "object begins and ends");
}

void addSnap(CLI::App& command, bool& snap) {
    addOnOff(command, "--snap", snap, "Let boundaries follow the image in full resolution");
}

void addMinimumSize(CLI::App& command, int& size) {
    command
        .add_option(
            "--min-size", size,
            "Smallest computed supervoxel in voxels of the network's grid; by default from the image's size, 5000 "
            "(abdomens) or 1000 (hearts), fewer in small images")
        ->check(positiveNumber());
}

void addForce(CLI::App& command, bool& force) {
    command.add_flag("--force", force, "Replace files that are there already");
}

std::string shortHash(const std::string& hash) {
    return hash.substr(0, 12);
}

std::string summaryOf(const project::ModelRecord& model) {
    const auto head = workflow::untrainedHead(model.provenance);
    return shortHash(model.hash) + " " + model.method + " with " + model.encoder + ", " +
           counted(model.iterations, "iteration") + ", loss " + (model.iterations > 0 ? fixed(model.loss, 4) : "-") +
           ", " + model.created + (head.empty() ? "" : ", untrained: " + head);
}

nlohmann::json toJson(const project::ModelRecord& model) {
    return {{"model", model.hash},      {"method", model.method},
            {"encoder", model.encoder}, {"iterations", model.iterations},
            {"loss", model.loss},       {"created", model.created}};
}

nlohmann::json toJson(const labels::Label& label) {
    return {{"id", label.id.value}, {"name", label.name}, {"color", labels::toHex(label.color)}};
}

std::string inColumn(const std::string& text, std::size_t width) {
    return std::string(text.size() < width ? width - text.size() : 1, ' ') + text;
}

nlohmann::json reportTuning(Console& console, const std::string& method, const engine::TuneResult& tuning,
                            const std::map<int, std::string>& names) {
    auto list = nlohmann::json::array();
    for (const auto& tuned : tuning.labels) {
        const auto known = names.find(tuned.label);
        const auto name = known == names.end() ? std::to_string(tuned.label) : known->second;
        list.push_back({{"label", name},
                        {"options", engine::toJson(tuned.options)},
                        {"changed", tuned.changed},
                        {"slices", tuned.slices},
                        {"dice_before", tuned.before},
                        {"dice_after", tuned.after}});
        const auto slices = "leave-one-out over " + counted(tuned.slices, "slice");
        if (tuned.changed)
            console.say(name + ": " + workflow::optionText(method, tuned.options, tuning.threshold) + " chosen by " +
                        slices + ", Dice " + fixed(tuned.before, 1) + " -> " + fixed(tuned.after, 1));
        else
            console.say(name + ": options kept, nothing is clearly better in " + slices + " (Dice " +
                        fixed(tuned.before, 1) + ")");
    }
    return list;
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

void requirePlaces(const std::vector<std::filesystem::path>& files) {
    std::set<std::filesystem::path> wanted;
    for (const auto& file : files) {
        if (file.empty()) continue;
        if (!wanted.insert(std::filesystem::absolute(file).lexically_normal()).second)
            throw Error("file.same", "two results are to go into {0}; give them two names", {file.string()});
        workflow::requirePlace(file);
    }
}

OpenProjects openToRead(Session& session, const std::vector<std::string>& files) {
    OpenProjects open;
    for (const auto& file : files)
        open.projects.push_back(open.stores.emplace_back(session.open(file, storage::Access::ReadOnly)).get());
    return open;
}

nlohmann::json reportNotes(Console& console, const std::vector<Error>& notes) {
    auto list = nlohmann::json::array();
    for (const auto& note : notes) {
        console.remark(note.what());
        list.push_back(note.what());
    }
    return list;
}

}  // namespace protolabel::cli
