#include "core/workflow/evaluation_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>
#include <tuple>

#include "core/imaging/png.h"
#include "core/workflow/charts.h"
#include "core/workflow/csv.h"
#include "core/workflow/files.h"
#include "core/workflow/option_text.h"

namespace protolabel::workflow {

namespace {

constexpr int kPanelWidth = 960, kPanelHeight = 420;
constexpr double kPaperAlpha = 0.5;

std::string numberText(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

using Entries = std::vector<const EvaluationEntry*>;

/// The entries after the last iteration: one per variant.
Entries variantsOf(const EvaluationOutcome& outcome) {
    Entries entries;
    for (const auto& entry : outcome.entries)
        if (entry.iteration == outcome.entries.back().iteration) entries.push_back(&entry);
    return entries;
}

std::vector<double> diceOf(const EvaluationEntry& entry, engine::Protocol protocol, int label = 0) {
    std::vector<double> values;
    for (const auto& row : entry.rows)
        if (label == 0 || row.label == label) values.push_back((row.*protocol).dice);
    return values;
}

BoxChart emptyBoxes(const std::string& title) {
    return {title, "Dice %", {"papers' protocol", "whole volume"}, {}};
}

void addBoxes(BoxChart& chart, const std::string& name, const EvaluationEntry& entry, int label = 0) {
    chart.groups.push_back(
        {name, {diceOf(entry, &engine::ScoreRow::papers, label), diceOf(entry, &engine::ScoreRow::whole, label)}});
}

BoxChart byLabel(const EvaluationEntry& entry, const std::string& title) {
    auto chart = emptyBoxes(title);
    for (const auto& [label, scores] : entry.papers.labels)
        addBoxes(chart, "label " + std::to_string(label), entry, label);
    return chart;
}

/// Variants at the usual weights of fusion, each once.
BoxChart byVariant(const std::string& method, const Entries& entries) {
    auto chart = emptyBoxes("Variants, all labels and volumes");
    std::set<std::string> seen;
    for (const auto* entry : entries) {
        const auto& options = entry->options;
        const bool usual = !options.queryPrototype || options.alpha == 1 || options.alpha == kPaperAlpha;
        const auto name = optionText(method, options);
        if (usual && seen.insert(name).second) addBoxes(chart, name, *entry);
    }
    return chart;
}

LineChart curve(const std::string& title, const std::string& xName, Entries entries,
                double (*x)(const EvaluationEntry&)) {
    std::sort(entries.begin(), entries.end(), [&](const auto* a, const auto* b) { return x(*a) < x(*b); });
    LineChart chart{title, xName, "mean Dice %", {{"papers' protocol", {}}, {"whole volume", {}}}};
    for (const auto* entry : entries) {
        chart.series[0].points.emplace_back(x(*entry), entry->papers.mean);
        chart.series[1].points.emplace_back(x(*entry), entry->whole.mean);
    }
    return chart;
}

/// Of the variants that differ from one another in alpha only those of the largest such group.
Entries alphaCurve(const Entries& entries) {
    std::map<std::tuple<int, engine::Background, std::optional<double>>, std::map<double, const EvaluationEntry*>>
        groups;
    for (const auto* entry : entries) {
        const auto& o = entry->options;
        if (o.queryPrototype) groups[{o.regions, o.background, o.threshold}].emplace(o.alpha, entry);
    }
    Entries largest;
    for (const auto& [key, group] : groups) {
        if (group.size() <= largest.size()) continue;
        largest.clear();
        for (const auto& [alpha, entry] : group) largest.push_back(entry);
    }
    return largest;
}

/// The first variant after every snapshot.
Entries snapshotsOf(const EvaluationOutcome& outcome) {
    Entries entries;
    for (const auto& entry : outcome.entries)
        if (entries.empty() || entry.iteration != entries.back()->iteration) entries.push_back(&entry);
    return entries;
}

}  // namespace

std::string csvOf(const EvaluationOutcome& outcome) {
    std::string text = "iteration,variant,fold,label,volume,protocol";
    for (const auto& metric : engine::metrics()) text += std::string(",") + metric.key;
    text += ",true_ml,predicted_ml\r\n";
    for (const auto& entry : outcome.entries)
        for (const auto& row : entry.rows)
            for (const auto& [name, protocol] : {std::pair("papers", &engine::ScoreRow::papers),
                                                 std::pair("whole_volume", &engine::ScoreRow::whole)}) {
                const auto& score = row.*protocol;
                text += std::to_string(entry.iteration) + ',' + csvCell(optionText(outcome.method, entry.options)) +
                        ',' + std::to_string(row.fold) + ',' + std::to_string(row.label) + ',' + csvCell(row.volume) +
                        ',' + name;
                for (const auto& metric : engine::metrics()) {
                    const auto value = metric.of(score);
                    text += ',' + (value ? numberText(*value) : std::string());
                }
                text += ',' + numberText(score.trueVolume) + ',' + numberText(score.predictedVolume) + "\r\n";
            }
    return text;
}

labels::Image2D<labels::Color> plotOf(const EvaluationOutcome& outcome) {
    if (outcome.entries.empty()) return Canvas(kPanelWidth, kPanelHeight).image();
    const auto variants = variantsOf(outcome);
    const auto snapshots = snapshotsOf(outcome);
    const auto first = optionText(outcome.method, variants.front()->options);
    std::vector<BoxChart> boxes = {
        byLabel(*variants.front(), outcome.method + " with " + outcome.encoder + (first.empty() ? "" : ", ") + first)};
    if (auto chart = byVariant(outcome.method, variants); chart.groups.size() > 1) boxes.push_back(std::move(chart));
    std::vector<LineChart> lines;
    if (const auto entries = alphaCurve(variants); entries.size() > 2)
        lines.push_back(curve("Weight of the support prototype", "alpha", entries,
                              [](const EvaluationEntry& entry) { return entry.options.alpha; }));
    if (snapshots.size() > 1)
        lines.push_back(curve("Training", "iterations", snapshots,
                              [](const EvaluationEntry& entry) { return static_cast<double>(entry.iteration); }));

    Canvas canvas(kPanelWidth, kPanelHeight * static_cast<int>(boxes.size() + lines.size()));
    Frame frame{0, 0, kPanelWidth, kPanelHeight};
    const auto next = [&](const auto& chart) {
        draw(canvas, frame, chart);
        frame.top += kPanelHeight;
        frame.bottom += kPanelHeight;
    };
    for (const auto& chart : boxes) next(chart);
    for (const auto& chart : lines) next(chart);
    return canvas.image();
}

void writeCsv(const EvaluationOutcome& outcome, const std::filesystem::path& file) {
    writeFile(file, csvOf(outcome));
}

void writePlot(const EvaluationOutcome& outcome, const std::filesystem::path& file) {
    imaging::writePng(plotOf(outcome), file);
}

}  // namespace protolabel::workflow
