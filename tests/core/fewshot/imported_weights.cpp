#include "tests/core/fewshot/imported_weights.h"

#include "core/fewshot/checkpoint.h"
#include "tests/support/check.h"

namespace protolabel::fewshot::test {

torch::Tensor expectedWeights(const std::string& name, torch::IntArrayRef shape) {
    if (name.ends_with("num_batches_tracked")) return torch::full(shape, 7, torch::kLong);
    std::uint32_t hash = 0x811C9DC5;
    for (const unsigned char c : name) hash = (hash ^ c) * 0x01000193U;
    auto weights = torch::empty(shape);
    auto* w = weights.data_ptr<float>();
    for (std::int64_t i = 0; i < weights.numel(); ++i) {
        const auto bits = static_cast<std::uint32_t>(i) * 2654435761U + hash;
        w[i] = static_cast<float>(bits / 4294967296.0 - 0.5 + (name.ends_with("running_var") ? 1 : 0));
    }
    return weights;
}

void checkWeights(const Network& network, torch::ScalarType type, const std::set<std::string>& random) {
    for (const auto& [name, tensor] : namedWeights(*network)) {
        if (random.count(name) > 0) continue;
        auto expected = expectedWeights(name, tensor.sizes());
        if (expected.is_floating_point()) expected = expected.to(type).to(torch::kFloat);
        if (!torch::equal(tensor, expected)) protolabel::test::fail(__FILE__, __LINE__, name + " has other values");
    }
}

}  // namespace protolabel::fewshot::test
