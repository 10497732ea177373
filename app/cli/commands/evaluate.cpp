#include <charconv>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/base/error.h"
#include "core/workflow/evaluation.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;

struct Options {
    workflow::EvaluateOptions evaluate;
    std::string fold = "all";
    std::string protocol = "papers";
    std::vector<std::string> variants, groups;
};

double numberOf(const std::string& text) {
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        throw CLI::ValidationError("\"" + text + "\" is no number");
    return value;
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(at, start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

/// "alpha=0.5,regions=10,background=threshold"
workflow::MethodChanges parseVariant(const std::string& text) {
    workflow::MethodChanges changes;
    for (const auto& part : split(text, ',')) {
        const auto equals = part.find('=');
        const auto key = part.substr(0, equals);
        const auto value = equals == std::string::npos ? "" : part.substr(equals + 1);
        if (key == "alpha")
            changes.alpha = numberOf(value);
        else if (key == "regions")
            changes.regions = static_cast<int>(numberOf(value));
        else if (key == "threshold")
            changes.threshold = numberOf(value);
        else if (key == "background" && (value == "prototype" || value == "threshold"))
            changes.background = engine::backgroundFrom(value);
        else if (key == "query" && (value == "on" || value == "off"))
            changes.queryPrototype = value == "on";
        else
            throw CLI::ValidationError(
                "--variant",
                "\"" + part +
                    "\" is none of alpha=, regions=, threshold=, background=prototype|threshold, query=on|off");
    }
    return changes;
}

std::vector<int> parseClasses(const std::string& text) {
    std::vector<int> classes;
    for (const auto& part : split(text, ',')) classes.push_back(static_cast<int>(numberOf(part)));
    return classes;
}

json toJson(const workflow::ProtocolScores& scores) {
    json labels = json::object();
    for (const auto& [label, score] : scores.labels)
        labels[std::to_string(label)] = {{"dice", score.dice}, {"volumes", score.volumes}};
    return {{"mean_dice", scores.mean}, {"labels", labels}};
}

void printEntry(Console& console, const workflow::EvaluationEntry& entry) {
    const auto& o = entry.options;
    auto head = "after " + counted(entry.iteration, "iteration") + ": alpha " + fixed(o.alpha, 2) + ", " +
                counted(o.regions, "region") + ", background " + engine::toString(o.background) +
                (o.queryPrototype ? "" : ", no query prototype");
    console.say(head);
    console.say("  label   papers' protocol   whole volume   (Dice %)");
    for (const auto& [label, score] : entry.papers.labels) {
        char line[96];
        const auto whole = entry.whole.labels.find(label);
        std::snprintf(line, sizeof line, "  %5d   %16.2f   %12.2f", label, score.dice,
                      whole == entry.whole.labels.end() ? 0.0 : whole->second.dice);
        console.say(line);
    }
    char line[96];
    std::snprintf(line, sizeof line, "  %5s   %16.2f   %12.2f", "mean", entry.papers.mean, entry.whole.mean);
    console.say(line);
}

void run(Session& session, const Options& options) {
    const auto outcome = workflow::evaluate(session.engine(), options.evaluate, session.console);
    const bool papers = options.protocol == "papers";
    const auto chosen = [&](const workflow::EvaluationEntry& entry) -> const workflow::ProtocolScores& {
        return papers ? entry.papers : entry.whole;
    };
    json entries = json::array();
    for (const auto& entry : outcome.entries) {
        entries.push_back({{"iteration", entry.iteration},
                           {"options", engine::toJson(entry.options)},
                           {"papers", toJson(entry.papers)},
                           {"whole_volume", toJson(entry.whole)}});
        printEntry(session.console, entry);
    }
    if (outcome.entries.empty()) throw Error("evaluate.empty", "the worker gave no score; update the worker");
    // The first variant after the last iteration stands for the whole.
    const auto last = std::find_if(outcome.entries.begin(), outcome.entries.end(), [&](const auto& entry) {
        return entry.iteration == outcome.entries.back().iteration;
    });
    json object = toJson(chosen(*last));
    object["protocol"] = options.protocol;
    object["method"] = outcome.method;
    object["encoder"] = outcome.encoder;
    object["setting"] = options.evaluate.setting;
    object["folds"] = outcome.folds;
    object["iterations"] = last->iteration;
    object["seconds_per_iteration"] = outcome.secondsPerIteration;
    object["papers"] = toJson(last->papers);
    object["whole_volume"] = toJson(last->whole);
    object["entries"] = entries;
    session.console.result(object);
}

void declare(CLI::App& command, Options& options) {
    auto& evaluate = options.evaluate;
    command.add_option("--images", evaluate.images, "Folder of image_N")->required()->type_name("DIR");
    command.add_option("--labels", evaluate.labels, "Folder of label_N, on the images' grids")
        ->required()
        ->type_name("DIR");
    command.add_option("--supervoxels", evaluate.supervoxels, "Folder of supervoxels_N (computed)")->type_name("DIR");
    command.add_option("--protocol", options.protocol, "Which one mean_dice is; both are reported")
        ->check(CLI::IsMember({"papers", "whole"}))
        ->capture_default_str();
    command.add_option("--fold", options.fold, "Number of a fold, the first is 0, or all")
        ->check([](const std::string& text) {
            const bool number =
                !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == std::string::npos;
            return text == "all" || number ? "" : "\"" + text + "\" is no fold: a number or all";
        })
        ->capture_default_str();
    command.add_option("--setting", evaluate.setting, "2: slices that show a class under test are not trained on")
        ->check(CLI::Range(1, 2))
        ->capture_default_str();
    addRepeated(command, "--group", options.groups,
                "Classes left out together in setting 2, such as 1,4; repeat for more")
        ->each([](const std::string& text) { parseClasses(text); });
    command.add_option("--classes", evaluate.classes, "Label values to score (all)")->delimiter(',');
    command.add_option("--support-index", evaluate.supportIndex, "Which volume of a fold is the support")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command.add_option("--snapshots", evaluate.snapshots, "Score also after these iterations")->delimiter(',');
    command.add_option("--model", evaluate.model, "Model file, or embedded, to score instead of training one")
        ->type_name("FILE");
    addRepeated(
        command, "--variant", options.variants,
        "Score with other options of the method: alpha=0.5,regions=10,background=threshold,query=off; repeat for more")
        ->each([](const std::string& text) { parseVariant(text); });
    addTrainOptions(command, evaluate.training);
}

}  // namespace

void addEvaluate(CLI::App& app, Session& session) {
    addCommand<Options>(app, session, "evaluate",
                        "Score a method on scans with expert labels, as the papers do and on whole volumes",
                        "evaluate --images scans --labels scans --fold 0 --iterations 1000 --variant alpha=1 --variant "
                        "alpha=0.5,regions=10",
                        declare, [&session](const Options& given) {
                            auto options = given;
                            if (options.fold != "all") options.evaluate.fold = std::stoi(options.fold);
                            for (const auto& text : options.variants)
                                options.evaluate.variants.push_back(parseVariant(text));
                            for (const auto& text : options.groups)
                                options.evaluate.groups.push_back(parseClasses(text));
                            run(session, options);
                        });
}

}  // namespace protolabel::cli
