#include "tests/core/fewshot/parity_checks.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <regex>
#include <set>

#include "core/base/error.h"
#include "core/fewshot/methods.h"
#include "core/fewshot/regions.h"

namespace protolabel::fewshot::test {

namespace {

constexpr std::array kInputs = {"support_image", "support_mask", "query_image", "query_truth"};
constexpr int kSize = 256, kStoredChannels = 8, kTrainingSteps = 3;
constexpr double kThreshold = -18, kQNetBias = -19;

/// LibTorch on so many threads for a while.
class Threads {
public:
    explicit Threads(int count) : before_(torch::get_num_threads()) { torch::set_num_threads(count); }
    ~Threads() { torch::set_num_threads(before_); }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

private:
    int before_;
};

/// Both images of a file, seen by one encoder in evaluation mode.
struct Seen {
    Network network{nullptr};
    Features support, query;
};

class Bench {
public:
    explicit Bench(Reference reference) : reference_(std::move(reference)) {
        for (const char* key : kInputs) {
            const auto found = reference_.find(key);
            if (found == reference_.end())
                throw Error("parity.input", "the file lacks the input {0}; save it beside the outputs", {key});
            if (found->second.numel() != kSize * kSize)
                throw Error("parity.input", "the input {0} has the shape {1}; save it as {2} x {2} pixels",
                            {key, c10::str(found->second.sizes()), std::to_string(kSize)});
        }
    }

    torch::Tensor mask() const { return reference_.at("support_mask").view({kSize, kSize}); }
    Episode episode() const {
        return {image("support_image"), mask(), image("query_image"),
                reference_.at("query_truth").view({kSize, kSize})};
    }

    Network network(const std::string& encoder, Layout layout) const {
        Network network(encoder, 8, 0, layout);
        fillParityWeights(*network);
        const torch::NoGradGuard noGradient;
        if (layout == Layout::DualScale)
            network->named_parameters()["reduce1d.bias"].fill_(kQNetBias);
        else
            network->threshold.fill_(kThreshold);
        return network;
    }

    Seen& seen(const std::string& encoder, Layout layout) {
        auto& seen = seen_[{encoder, layout}];
        if (!seen.network) {
            const torch::NoGradGuard noGradient;
            seen.network = network(encoder, layout);
            seen.network->eval();
            seen.support = seen.network->encode(image("support_image"));
            seen.query = seen.network->encode(image("query_image"));
        }
        return seen;
    }

    Segmentation segment(const std::string& method, const std::string& encoder, const engine::MethodOptions& options) {
        const torch::NoGradGuard noGradient;
        const Method& m = findMethod(method);
        auto& s = seen(encoder, m.layout());
        return m.segment(s.network, m.learn(s.network, {{s.support, mask()}}, options), s.query, kSize, options);
    }

    torch::Tensor alignmentLoss(const std::string& method) {
        const torch::NoGradGuard noGradient;
        const Method& m = findMethod(method);
        return m.losses(seen("resnet101", m.layout()).network, episode(), {}).alignment;
    }

    /// Rows of (query loss, alignment loss, total). On two threads, which gives the reference files bit for bit: how sums are split changes their
    /// rounding, which three steps in training mode amplify to a few thousandths.
    torch::Tensor trainingSteps(const std::string& method) const {
        const Threads two(2);
        const Method& m = findMethod(method);
        auto network = this->network("resnet101", m.layout());
        network->train();
        torch::optim::SGD sgd(network->parameters(), torch::optim::SGDOptions(1e-3).momentum(0.9).weight_decay(5e-4));
        std::vector<torch::Tensor> rows;
        for (int step = 0; step < kTrainingSteps; ++step) {
            const auto losses = m.losses(network, episode(), {});
            rows.push_back(torch::stack({losses.query, losses.alignment, losses.total}).detach());
            sgd.zero_grad();
            losses.total.backward();
            sgd.step();
        }
        return torch::stack(rows);
    }

private:
    torch::Tensor image(const char* key) const {
        return reference_.at(key).view({1, 1, kSize, kSize}).expand({1, 3, kSize, kSize});
    }

    Reference reference_;
    std::map<std::pair<std::string, Layout>, Seen> seen_;
};

/// Absolute: max |a - b|. Relative: max |a - b| / max |b|. EachRelative: max |a - b| / |b|, value by value.
enum class Measure { Absolute, Relative, EachRelative };

struct Check {
    std::string key;
    Measure measure;
    double tolerance;
    std::function<torch::Tensor(Bench&)> compute;
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
    return Check{key, Measure::Absolute, 1e-4, [=, encoder = part.str(1), output = part.str(4)](Bench& b) {
                     const auto segmentation = b.segment("sqpfnet", encoder, options);
                     if (output == "tf") return segmentation.hardThreshold;
                     return output == "coarse" ? segmentation.coarse[0] : segmentation.refined[0];
                 }};
}

void addSqpfNet(std::vector<Check>& table) {
    table.push_back({"sqpfnet.cells10", Measure::Absolute, 0,
                     [](Bench& b) { return (voronoiCells(b.mask(), 10) - 1).clamp_min(0).to(torch::kFloat); }});
    table.push_back({"sqpfnet.resnet18.features", Measure::Relative, 1e-4,
                     [](Bench& b) { return stored(b.seen("resnet18", Layout::SingleScale).query.maps[0]); }});
    for (const std::string encoder : {"resnet18.", "resnet101."})
        for (const std::string background : {"prototype.", "threshold."})
            for (const std::string regions : {"regions1.", "regions10."})
                for (const std::string output : {"coarse", "refined", "tf"})
                    table.push_back(sqpfNetCheck("sqpfnet." + encoder + background + regions + output).value());
}

void addQNet(std::vector<Check>& table) {
    const auto query = [](Bench& b) -> const Features& { return b.seen("resnet101", Layout::DualScale).query; };
    table.push_back({"qnet.features64", Measure::Relative, 1e-4, [=](Bench& b) { return stored(query(b).maps[0]); }});
    table.push_back({"qnet.features32", Measure::Relative, 1e-4, [=](Bench& b) { return stored(query(b).maps[1]); }});
    table.push_back({"qnet.threshold", Measure::Relative, 1e-4, [=](Bench& b) { return query(b).threshold; }});
    const auto refined = [](int steps) {
        return [=](Bench& b) {
            engine::MethodOptions options;
            options.refinementSteps = steps;
            return b.segment("qnet", "resnet101", options).refined[0];
        };
    };
    table.push_back({"qnet.prob.iters0", Measure::Absolute, 1e-4, refined(0)});
    table.push_back({"qnet.prob.iters7", Measure::Absolute, 1e-3, refined(7)});
    table.push_back({"qnet.align_loss", Measure::EachRelative, 1e-3, [](Bench& b) { return b.alignmentLoss("qnet"); }});
    table.push_back({"qnet.train3", Measure::EachRelative, 1e-3, [](Bench& b) { return b.trainingSteps("qnet"); }});
}

void addAdNet(std::vector<Check>& table) {
    table.push_back({"adnet.features", Measure::Relative, 1e-4,
                     [](Bench& b) { return stored(b.seen("resnet101", Layout::SingleScale).query.maps[0]); }});
    table.push_back({"adnet.threshold", Measure::Absolute, 0,
                     [](Bench& b) { return b.seen("resnet101", Layout::SingleScale).network->threshold; }});
    table.push_back({"adnet.prob", Measure::Absolute, 1e-4,
                     [](Bench& b) { return b.segment("adnet", "resnet101", {}).refined[0]; }});
    table.push_back(
        {"adnet.align_loss", Measure::EachRelative, 1e-3, [](Bench& b) { return b.alignmentLoss("adnet"); }});
    table.push_back({"adnet.train3", Measure::EachRelative, 1e-3, [](Bench& b) { return b.trainingSteps("adnet"); }});
}

void addAlpNet(std::vector<Check>& table) {
    table.push_back({"alpnet.logits", Measure::Relative, 1e-4, [](Bench& b) {
                         const torch::NoGradGuard noGradient;
                         const AlpNet method;
                         auto& s = b.seen("resnet101", Layout::SingleScale);
                         const auto learned = method.learn(s.network, {{s.support, b.mask()}}, {});
                         return method.logits(learned, s.query, kSize)[0];
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
    Bench bench(reference);
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
    std::set<std::string> known(kInputs.begin(), kInputs.end());
    for (const auto& check : checksFor(reference)) known.insert(check.key);
    std::vector<std::string> unknown;
    for (const auto& item : reference)
        if (known.count(item.first) == 0) unknown.push_back(item.first);
    return unknown;
}

}  // namespace protolabel::fewshot::test
