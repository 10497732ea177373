#include <charconv>
#include <cmath>
#include <type_traits>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/base/error.h"
#include "core/workflow/evaluation_report.h"
#include "core/workflow/files.h"
#include "core/workflow/option_text.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;

struct EvaluateOptions {
    workflow::EvaluateOptions evaluate;
    std::string fold = "all";
    std::string protocol = "papers";
    std::vector<std::string> variants, groups, variantSets;
    std::filesystem::path csv, plot;
};

/// All of `text` as a finite T: "2.5" is no int.
template <class T>
T numberOf(const std::string& text) {
    T value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(static_cast<double>(value)))
        throw CLI::ValidationError("\"" + text + "\" is no " + (std::is_integral_v<T> ? "whole " : "") + "number");
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
            changes.alpha = numberOf<double>(value);
        else if (key == "regions")
            changes.regions = numberOf<int>(value);
        else if (key == "threshold")
            changes.threshold = numberOf<double>(value);
        else if (key == "background" && (value == "prototype" || value == "threshold" || value == "cells"))
            changes.background = engine::backgroundFrom(value);
        else if (key == "steps")
            changes.refinementSteps = numberOf<int>(value);
        else if (key == "fine")
            changes.fineWeight = numberOf<double>(value);
        else if (key == "query" && (value == "on" || value == "off"))
            changes.queryPrototype = value == "on";
        else
            throw CLI::ValidationError("--variant",
                                       "\"" + part +
                                           "\" is none of alpha=, regions=, threshold=, "
                                           "background=prototype|threshold|cells, query=on|off, steps=, fine=");
    }
    return changes;
}

std::vector<int> parseClasses(const std::string& text) {
    std::vector<int> classes;
    for (const auto& part : split(text, ',')) classes.push_back(numberOf<int>(part));
    return classes;
}

json toJson(const engine::ProtocolScores& scores) {
    json labels = json::object();
    for (const auto& [label, score] : scores.labels) {
        json measured = json::object();
        for (const auto& [key, statistic] : score.metrics)
            measured[key] = {{"mean", statistic.mean}, {"sd", statistic.deviation}, {"volumes", statistic.count}};
        labels[std::to_string(label)] = {{"dice", score.dice}, {"volumes", score.volumes}, {"metrics", measured}};
    }
    return {{"mean_dice", scores.mean}, {"means", scores.metricMeans}, {"labels", labels}};
}

/// Every volume by itself.
json toJson(const std::vector<engine::ScoreRow>& rows, engine::Protocol protocol) {
    json list = json::array();
    for (const auto& row : rows) {
        json object = {{"fold", row.fold}, {"label", row.label}, {"volume", row.volume}};
        for (const auto& metric : engine::metrics())
            if (const auto value = metric.of(row.*protocol)) object[metric.key] = *value;
        list.push_back(std::move(object));
    }
    return list;
}

constexpr std::size_t kColumn = 15;

/// "61.5 (4.2)", "-" where no volume defines it.
std::string cell(const engine::ProtocolScores::Label& label, const char* key) {
    const auto found = label.metrics.find(key);
    if (found == label.metrics.end()) return "-";
    return fixed(found->second.mean, 1) + " (" + fixed(found->second.deviation, 1) + ")";
}

void printEntry(Console& console, const std::string& method, const workflow::EvaluationEntry& entry) {
    console.say("after " + counted(entry.iteration, "iteration") + ": " + workflow::optionText(method, entry.options));
    console.say("  mean (sd over volumes)   whole volume:");
    std::string titles = "  label" + inColumn("papers' Dice %", kColumn);
    for (const auto& metric : engine::metrics())
        titles += inColumn(std::string(metric.name) + " " + metric.unit, kColumn);
    console.say(titles);
    for (const auto& [label, score] : entry.papers.labels) {
        const auto& whole = entry.whole.labels.at(label);
        const auto name = std::to_string(label);
        std::string line = inColumn(name, 7) + inColumn(cell(score, "dice"), kColumn);
        for (const auto& metric : engine::metrics()) line += inColumn(cell(whole, metric.key), kColumn);
        console.say(line);
        const auto& distances = whole.metrics.find("hd95_mm");
        const auto defined = distances == whole.metrics.end() ? 0 : distances->second.count;
        if (const auto missing = static_cast<int>(whole.volumes.size()) - defined; missing > 0)
            console.say("        no distances on " + counted(missing, "volume") + ", where nothing is predicted");
    }
    std::string means = "   mean" + inColumn(fixed(entry.papers.mean, 1), kColumn);
    for (const auto& metric : engine::metrics()) {
        const auto mean = entry.whole.metricMeans.find(metric.key);
        means += inColumn(mean == entry.whole.metricMeans.end() ? "-" : fixed(mean->second, 1), kColumn);
    }
    console.say(means);
}

void runEvaluate(Session& session, const EvaluateOptions& options) {
    // Before the work rather than after it.
    requirePlaces({options.csv, options.plot});
    const auto outcome = workflow::evaluate(session.engine(), options.evaluate, session.console);
    for (const auto& note : outcome.notes) session.console.remark(note);
    const bool papers = options.protocol == "papers";
    const auto chosen = [&](const workflow::EvaluationEntry& entry) -> const engine::ProtocolScores& {
        return papers ? entry.papers : entry.whole;
    };
    json entries = json::array();
    for (const auto& entry : outcome.entries) {
        entries.push_back({{"iteration", entry.iteration},
                           {"options", engine::toJson(entry.options)},
                           {"variant", workflow::optionText(outcome.method, entry.options)},
                           {"papers", toJson(entry.papers)},
                           {"whole_volume", toJson(entry.whole)},
                           {"papers_scores", toJson(entry.rows, &engine::ScoreRow::papers)},
                           {"whole_volume_scores", toJson(entry.rows, &engine::ScoreRow::whole)}});
        printEntry(session.console, outcome.method, entry);
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
    object["notes"] = outcome.notes;
    if (!options.csv.empty()) workflow::writeCsv(outcome, options.csv);
    if (!options.plot.empty()) workflow::writePlot(outcome, options.plot);
    session.console.result(object);
}

void declare(CLI::App& command, EvaluateOptions& options) {
    auto& evaluate = options.evaluate;
    command.add_option("--images", evaluate.images, "Folder of image_N, at least 5")->required()->type_name("DIR");
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
    command.add_option("--classes", evaluate.classes, "Label values to score (all)")
        ->delimiter(',')
        ->check(CLI::Range(1, 65535));
    command.add_option("--support-index", evaluate.supportIndex, "Which volume of a fold is the support")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command.add_option("--snapshots", evaluate.snapshots, "Score also after these iterations")
        ->delimiter(',')
        ->check(positiveNumber());
    command.add_option("--model", evaluate.model, "Model file, or embedded, to score instead of training one")
        ->type_name("FILE");
    addRepeated(
        command, "--variant", options.variants,
        "Score with other options of the method: alpha=0.5,regions=10,background=threshold,query=off; repeat for more")
        ->each([](const std::string& text) { parseVariant(text); });
    addRepeated(command, "--variants", options.variantSets,
                "Sets of variants: ablation (1 or 10 regions, without or with query prototype), alpha (1 to 0.1)")
        ->check(CLI::IsMember({"ablation", "alpha"}));
    command.add_option("--csv", options.csv, "Write every volume's scores as a table")->type_name("FILE.csv");
    addPlot(command, options.plot, "Draw boxes per label, and curves over variants and snapshots");
    addTrainOptions(command, evaluate.training);
}

}  // namespace

void addEvaluate(CLI::App& app, Session& session) {
    addCommand<EvaluateOptions>(
        app, session, "evaluate", "Score a method on scans with expert labels, as the papers do and on whole volumes",
        "evaluate --images scans --labels scans --fold 0 --iterations 1000 --variant alpha=1 --variant "
        "alpha=0.5,regions=10",
        declare, [&session](const EvaluateOptions& given) {
            auto options = given;
            if (options.fold != "all") options.evaluate.fold = std::stoi(options.fold);
            for (const auto& text : options.variants) options.evaluate.variants.push_back(parseVariant(text));
            for (const auto& name : options.variantSets)
                for (const auto& variant : name == "alpha" ? workflow::alphaVariants() : workflow::ablationVariants())
                    options.evaluate.variants.push_back(variant);
            for (const auto& text : options.groups) options.evaluate.groups.push_back(parseClasses(text));
            runEvaluate(session, options);
        });
}

}  // namespace protolabel::cli
