#include "core/fewshot/method.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/error.h"
#include "core/engine/method_options.h"
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

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
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
    engine::checkOptions(method.name(), options);
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

std::vector<Segmentation> Method::segmentEach(const Network& network, const std::vector<Sought>& classes,
                                              const Features& features, int size) const {
    std::vector<Segmentation> found;
    for (const auto& [prototypes, options] : classes)
        found.push_back(segment(network, prototypes, features, size, options));
    return found;
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
