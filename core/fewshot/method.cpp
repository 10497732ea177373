#include "core/fewshot/method.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/error.h"
#include "core/fewshot/methods.h"

namespace protolabel::fewshot {

using engine::MethodOptions;

namespace {

const auto& registry() {
    static const SqpfNet sqpfnet;
    static const QNet qnet;
    static const AdNet adnet;
    static const PaNet panet;
    static const AlpNet alpnet;
    static const std::array<const Method*, 5> methods = {&sqpfnet, &qnet, &adnet, &panet, &alpnet};
    return methods;
}

template <class Names>
std::string joined(const Names& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

void checkRange(const char* name, double value, double lowest, double highest) {
    if (value >= lowest && value <= highest) return;
    const auto text = [](double number) {
        auto digits = std::to_string(number);
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
        return digits;
    };
    throw Error("method.options", "{0} is {1}; choose a value from {2} to {3}",
                {name, text(value), text(lowest), text(highest)});
}

}  // namespace

const Method& findMethod(const std::string& name) {
    for (const auto* method : registry())
        if (method->name() == name) return *method;
    throw Error("model.method", "there is no method \"{0}\"; choose one of {1}", {name, joined(methodNames())});
}

std::vector<std::string> methodNames() {
    std::vector<std::string> names;
    for (const auto* method : registry()) names.push_back(method->name());
    return names;
}

void checkOptions(const Method& method, const MethodOptions& options) {
    checkRange("alpha", options.alpha, 0, 1);
    checkRange("regions", options.regions, 1, 1000);
    checkRange("refinementSteps", options.refinementSteps.value_or(0), 0, 1000);
    checkRange("fineWeight", options.fineWeight.value_or(0), 0, 1);
    const auto given = engine::toJson(options), neutral = engine::toJson(MethodOptions{});
    const auto read = method.optionsRead();
    for (const auto& [key, value] : given.items())
        if (read.count(key) == 0 && (!neutral.contains(key) || neutral[key] != value))
            throw Error("method.options", "{0} has no option {1}; leave it out (it has: {2})",
                        {method.name(), key, read.empty() ? "none" : joined(read)});
}

void checkWeights(const std::vector<double>& weights) {
    if (!(std::accumulate(weights.begin(), weights.end(), 0.0) > 0))
        throw Error("method.no_support", "no support slice has a weight above zero; include at least one support", {});
}

Prototypes Method::combined(const std::vector<Prototypes>& each, const std::vector<double>& weights) const {
    const auto mean = [&](auto tensorOf) {
        std::vector<torch::Tensor> values;
        for (const auto& one : each) values.push_back(tensorOf(one));
        return weightedMean(values, weights);
    };
    Prototypes result;
    result.foreground = mean([](const Prototypes& p) { return p.foreground; });
    result.background = mean([](const Prototypes& p) { return p.background; });
    for (std::size_t i = 0; i < each.front().other.size(); ++i)
        result.other.push_back(mean([i](const Prototypes& p) { return p.other[i]; }));
    return result;
}

Prototypes Method::learn(const Network& network, const std::vector<Shot>& shots, const MethodOptions& options) const {
    std::vector<Prototypes> each;
    std::vector<double> weights;
    for (const auto& shot : shots) weights.push_back(shot.weight);
    checkWeights(weights);
    for (const auto& shot : shots) each.push_back(learnShot(network, shot, options));
    return combined(each, weights);
}

torch::Tensor weightedMean(const std::vector<torch::Tensor>& values, const std::vector<double>& weights) {
    if (!values.front().defined()) return {};
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    auto mean = torch::zeros_like(values.front());
    for (std::size_t i = 0; i < values.size(); ++i) mean = mean + values[i] * (weights[i] / total);
    return mean;
}

torch::Tensor thresholdOf(const Network& network, const MethodOptions& options) {
    return options.threshold ? torch::full_like(network->threshold, *options.threshold) : network->threshold;
}

std::pair<Features, Features> encodeEpisode(Network& network, const Episode& episode) {
    const auto features = network->encode(torch::cat({episode.supportImage, episode.queryImage}));
    return {features.at(0), features.at(1)};
}

}  // namespace protolabel::fewshot
