#include "core/fewshot/method.h"

#include <array>

#include "core/base/error.h"
#include "core/fewshot/methods.h"

namespace protolabel::fewshot {

namespace {

const auto& registry() {
    static const SqpfNet sqpfnet;
    static const AdNet adnet;
    static const std::array<const Method*, 2> methods = {&sqpfnet, &adnet};
    return methods;
}

}  // namespace

const Method& findMethod(const std::string& name) {
    std::string known;
    for (const auto* method : registry()) {
        if (method->name() == name) return *method;
        known += (known.empty() ? "" : ", ") + method->name();
    }
    throw Error("model.method", "there is no method \"{0}\"; choose one of {1}", {name, known});
}

std::vector<std::string> methodNames() {
    std::vector<std::string> names;
    for (const auto* method : registry()) names.push_back(method->name());
    return names;
}

torch::Tensor thresholdOf(const Network& network, const engine::MethodOptions& options) {
    return options.threshold ? torch::full_like(network->threshold, *options.threshold) : network->threshold;
}

std::pair<torch::Tensor, torch::Tensor> encodeEpisode(Network& network, const Episode& episode) {
    const auto features = network->encode(torch::cat({episode.supportImage, episode.queryImage}));
    return {features.slice(0, 0, 1), features.slice(0, 1, 2)};
}

torch::Tensor weightedMean(const std::vector<Shot>& shots, const std::vector<torch::Tensor>& values) {
    double total = 0;
    for (const auto& shot : shots) total += shot.weight;
    if (!(total > 0))
        throw Error("method.no_support", "no support slice has a weight above zero; include at least one support", {});
    auto mean = torch::zeros_like(values.front());
    for (std::size_t i = 0; i < shots.size(); ++i) mean = mean + values[i] * (shots[i].weight / total);
    return mean;
}

}  // namespace protolabel::fewshot
