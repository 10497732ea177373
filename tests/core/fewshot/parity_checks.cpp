#include "tests/core/fewshot/parity_checks.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <set>

#include "core/fewshot/methods.h"
#include "core/fewshot/regions.h"
#include "tests/core/fewshot/parity_bench.h"

namespace protolabel::fewshot::test {

namespace {

constexpr int kStoredChannels = 8;

/// Absolute: max |a - b|. Relative: max |a - b| / max |b|. EachRelative: max |a - b| / |b|, value by value.
enum class Measure { Absolute, Relative, EachRelative };

struct Check {
    std::string key;
    Measure measure;
    double tolerance;
    std::function<torch::Tensor(ParityBench&)> compute;
};

torch::Tensor stored(const torch::Tensor& map) {
    return map[0].slice(0, 0, kStoredChannels);
}

/// Nothing where `key` is no sqpfnet.<encoder>.<background>.regions<N>.<output>.
std::optional<Check> sqpfNetCheck(const std::string& key) {
    static const std::regex pattern(
        "sqpfnet\\.(resnet(?:18|34|50|101))\\.([a-z]+)\\.regions([1-9][0-9]{0,3})\\.(coarse|refined|tf)");
    std::smatch part;
    if (!std::regex_match(key, part, pattern)) return {};
    const auto* const background = std::find_if(std::begin(engine::kBackgrounds), std::end(engine::kBackgrounds),
                                                [&](auto b) { return engine::toString(b) == part.str(2); });
    if (background == std::end(engine::kBackgrounds)) return {};
    engine::MethodOptions options;
    options.alpha = 0.5;
    options.background = *background;
    options.regions = std::stoi(part.str(3));
    return Check{key, Measure::Absolute, 1e-4, [=, encoder = part.str(1), output = part.str(4)](ParityBench& b) {
                     const auto segmentation = b.segment("sqpfnet", encoder, options);
                     if (output == "tf") return segmentation.hardThreshold;
                     return output == "coarse" ? segmentation.coarse[0] : segmentation.refined[0];
                 }};
}

void addSqpfNet(std::vector<Check>& table) {
    table.push_back({"sqpfnet.cells10", Measure::Absolute, 0,
                     [](ParityBench& b) { return (voronoiCells(b.mask(), 10) - 1).clamp_min(0).to(torch::kFloat); }});
    table.push_back({"sqpfnet.resnet18.features", Measure::Relative, 1e-4,
                     [](ParityBench& b) { return stored(b.seen("resnet18", Layout::SingleScale).query.maps[0]); }});
    for (const std::string encoder : {"resnet18.", "resnet101."})
        for (const std::string background : {"prototype.", "threshold."})
            for (const std::string regions : {"regions1.", "regions10."})
                for (const std::string output : {"coarse", "refined", "tf"})
                    table.push_back(sqpfNetCheck("sqpfnet." + encoder + background + regions + output).value());
}

void addQNet(std::vector<Check>& table) {
    const auto query = [](ParityBench& b) -> const Features& { return b.seen("resnet101", Layout::DualScale).query; };
    table.push_back(
        {"qnet.features64", Measure::Relative, 1e-4, [=](ParityBench& b) { return stored(query(b).maps[0]); }});
    table.push_back(
        {"qnet.features32", Measure::Relative, 1e-4, [=](ParityBench& b) { return stored(query(b).maps[1]); }});
    table.push_back({"qnet.threshold", Measure::Relative, 1e-4, [=](ParityBench& b) { return query(b).threshold; }});
    const auto refined = [](int steps) {
        return [=](ParityBench& b) {
            engine::MethodOptions options;
            options.refinementSteps = steps;
            return b.segment("qnet", "resnet101", options).refined[0];
        };
    };
    table.push_back({"qnet.prob.iters0", Measure::Absolute, 1e-4, refined(0)});
    table.push_back({"qnet.prob.iters7", Measure::Absolute, 1e-3, refined(7)});
    table.push_back(
        {"qnet.align_loss", Measure::EachRelative, 1e-3, [](ParityBench& b) { return b.alignmentLoss("qnet"); }});
    table.push_back(
        {"qnet.train3", Measure::EachRelative, 1e-3, [](ParityBench& b) { return b.trainingSteps("qnet"); }});
}

void addAdNet(std::vector<Check>& table) {
    table.push_back({"adnet.features", Measure::Relative, 1e-4,
                     [](ParityBench& b) { return stored(b.seen("resnet101", Layout::SingleScale).query.maps[0]); }});
    table.push_back({"adnet.threshold", Measure::Absolute, 0,
                     [](ParityBench& b) { return b.seen("resnet101", Layout::SingleScale).network->threshold; }});
    table.push_back({"adnet.prob", Measure::Absolute, 1e-4,
                     [](ParityBench& b) { return b.segment("adnet", "resnet101", {}).refined[0]; }});
    table.push_back(
        {"adnet.align_loss", Measure::EachRelative, 1e-3, [](ParityBench& b) { return b.alignmentLoss("adnet"); }});
    table.push_back(
        {"adnet.train3", Measure::EachRelative, 1e-3, [](ParityBench& b) { return b.trainingSteps("adnet"); }});
}

void addAlpNet(std::vector<Check>& table) {
    table.push_back({"alpnet.logits", Measure::Relative, 1e-4, [](ParityBench& b) {
                         const torch::NoGradGuard noGradient;
                         const AlpNet method;
                         auto& s = b.seen("resnet101", Layout::SingleScale);
                         const auto learned = method.learn(s.network, {{s.support, b.mask()}}, {});
                         return method.logits(learned, s.query, ParityBench::kSize)[0];
                     }});
}

/// What a reference file usually has, and what else this one has of the same layout.
std::vector<Check> checksFor(const Reference& reference) {
    std::vector<Check> table;
    addSqpfNet(table);
    addQNet(table);
    addAdNet(table);
    addAlpNet(table);
    std::set<std::string> usual;
    for (const auto& check : table) usual.insert(check.key);
    for (const auto& item : reference)
        if (auto check = sqpfNetCheck(item.first); check && usual.count(item.first) == 0)
            table.push_back(std::move(*check));
    return table;
}

double errorOf(const torch::Tensor& ours, const torch::Tensor& theirs, Measure measure) {
    const auto difference = (ours - theirs).abs();
    if (measure != Measure::EachRelative) return (difference.max() / theirs.abs().max()).item<double>();
    // 0 of 0 is no error.
    return torch::where(difference == 0, difference, difference / theirs.abs()).max().item<double>();
}

std::string inWords(const Check& check) {
    const auto number = [](double value) {
        char text[32];
        std::snprintf(text, sizeof text, "%.0e", value);
        return std::string(text);
    };
    if (check.tolerance == 0) return "exact";
    return std::string(check.measure == Measure::Absolute ? "absolute " : "relative ") + number(check.tolerance);
}

void judge(const Check& check, const torch::Tensor& computed, const torch::Tensor& stored, Comparison& result) {
    const auto ours = computed.detach().to(torch::kDouble).squeeze();
    const auto theirs = stored.to(torch::kDouble).squeeze();
    if (ours.sizes() != theirs.sizes()) {
        result.problem = c10::str("the file has the shape ", stored.sizes(), " where ", computed.sizes(), " is needed");
        return;
    }
    result.absolute = (ours - theirs).abs().max().item<double>();
    result.relative = errorOf(ours, theirs, check.measure);
    result.ok =
        (check.measure == Measure::Absolute ? result.absolute : result.relative) <= check.tolerance;  // no NaN is
}

}  // namespace

void compare(Reference reference, const std::function<bool(const std::string& key)>& wanted,
             const std::function<void(const Comparison&)>& tell) {
    ParityBench bench(reference);
    for (const auto& check : checksFor(reference)) {
        if (!wanted(check.key)) continue;
        Comparison result;
        result.key = check.key;
        result.tolerance = inWords(check);
        result.found = reference.contains(check.key);
        if (result.found) judge(check, check.compute(bench), reference.at(check.key), result);
        tell(result);
    }
}

std::vector<std::string> unknownKeys(const Reference& reference) {
    std::set<std::string> known(ParityBench::kInputs.begin(), ParityBench::kInputs.end());
    for (const auto& check : checksFor(reference)) known.insert(check.key);
    std::vector<std::string> unknown;
    for (const auto& item : reference)
        if (known.count(item.first) == 0) unknown.push_back(item.first);
    return unknown;
}

}  // namespace protolabel::fewshot::test
